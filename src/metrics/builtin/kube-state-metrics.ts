import type { MetricTable } from "./table.js";

/**
 * What kube-state-metrics 2 gives. Every time is in seconds since 1970; a metric without a number of its own is 1.
 * Source: https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics.
 */
export const kubeStateMetrics: MetricTable = {
  source: "kube-state-metrics",
  own: ["kube"],
  open: ["kube_customresource_"],
  rows: `
kube_certificatesigningrequest_annotations  gauge          certificatesigningrequest,signer_name,*   Annotations of the certificate signing request as annotation_*
kube_certificatesigningrequest_cert_length  gauge          certificatesigningrequest,signer_name     Length of the issued certificate
kube_certificatesigningrequest_condition    gauge          certificatesigningrequest,condition,signer_name  Whether it was approved or denied
kube_certificatesigningrequest_created      gauge:seconds  certificatesigningrequest,signer_name     When the certificate signing request was created
kube_certificatesigningrequest_labels       gauge          certificatesigningrequest,signer_name,*   Labels of the certificate signing request as label_*

kube_clusterrole_annotations                gauge          clusterrole,*  Annotations of the cluster role as annotation_*
kube_clusterrole_created                    gauge:seconds  clusterrole    When the cluster role was created
kube_clusterrole_info                       gauge          clusterrole    One for each cluster role
kube_clusterrole_labels                     gauge          clusterrole,*  Labels of the cluster role as label_*
kube_clusterrole_metadata_resource_version  gauge          clusterrole    Version of the cluster role in the store of the API server

kube_clusterrolebinding_annotations                gauge          clusterrolebinding,*                      Annotations of the cluster role binding as annotation_*
kube_clusterrolebinding_created                    gauge:seconds  clusterrolebinding                        When the cluster role binding was created
kube_clusterrolebinding_info                       gauge          clusterrolebinding,roleref_kind,roleref_name  Which role the cluster role binding grants
kube_clusterrolebinding_labels                     gauge          clusterrolebinding,*                      Labels of the cluster role binding as label_*
kube_clusterrolebinding_metadata_resource_version  gauge          clusterrolebinding                        Version of the cluster role binding in the store of the API server

kube_configmap_annotations                gauge          configmap,namespace,*  Annotations of the config map as annotation_*
kube_configmap_created                    gauge:seconds  configmap,namespace    When the config map was created
kube_configmap_info                       gauge          configmap,namespace    One for each config map
kube_configmap_labels                     gauge          configmap,namespace,*  Labels of the config map as label_*
kube_configmap_metadata_resource_version  gauge          configmap,namespace    Version of the config map in the store of the API server

kube_cronjob_annotations                        gauge          cronjob,namespace,*                       Annotations of the cron job as annotation_*
kube_cronjob_created                            gauge:seconds  cronjob,namespace                         When the cron job was created
kube_cronjob_info                               gauge          concurrency_policy,cronjob,namespace,schedule,timezone  Schedule and policy of the cron job
kube_cronjob_labels                             gauge          cronjob,namespace,*                       Labels of the cron job as label_*
kube_cronjob_metadata_resource_version          gauge          cronjob,namespace                         Version of the cron job in the store of the API server
kube_cronjob_next_schedule_time                 gauge:seconds  cronjob,namespace                         When the next job is due
kube_cronjob_schedule_invalid                   gauge          cronjob,namespace                         1 if the schedule cannot be read
kube_cronjob_spec_failed_job_history_limit      gauge          cronjob,namespace                         How many failed jobs are kept
kube_cronjob_spec_starting_deadline_seconds     gauge          cronjob,namespace                         How late a job may still start
kube_cronjob_spec_successful_job_history_limit  gauge          cronjob,namespace                         How many finished jobs are kept
kube_cronjob_spec_suspend                       gauge          cronjob,namespace                         1 while no new jobs are started
kube_cronjob_status_active                      gauge          cronjob,namespace                         Jobs that are running
kube_cronjob_status_last_schedule_time          gauge:seconds  cronjob,namespace                         When the last job was started
kube_cronjob_status_last_successful_time        gauge:seconds  cronjob,namespace                         When a job last finished well

kube_daemonset_annotations                      gauge          daemonset,namespace,*  Annotations of the daemon set as annotation_*
kube_daemonset_created                          gauge:seconds  daemonset,namespace    When the daemon set was created
kube_daemonset_deletion_timestamp               gauge:seconds  daemonset,namespace    When the daemon set was marked for deletion
kube_daemonset_labels                           gauge          daemonset,namespace,*  Labels of the daemon set as label_*
kube_daemonset_metadata_generation              gauge          daemonset,namespace    Generation of the daemon set that is wanted
kube_daemonset_status_current_number_scheduled  gauge          daemonset,namespace    Nodes that run its pod and are meant to
kube_daemonset_status_desired_number_scheduled  gauge          daemonset,namespace    Nodes that are meant to run its pod
kube_daemonset_status_number_available          gauge          daemonset,namespace    Nodes whose pod is available
kube_daemonset_status_number_misscheduled       gauge          daemonset,namespace    Nodes that run its pod but are not meant to
kube_daemonset_status_number_ready              gauge          daemonset,namespace    Nodes whose pod is ready
kube_daemonset_status_number_unavailable        gauge          daemonset,namespace    Nodes without an available pod
kube_daemonset_status_observed_generation       gauge          daemonset,namespace    Generation of the daemon set that its controller has seen
kube_daemonset_status_updated_number_scheduled  gauge          daemonset,namespace    Nodes that run its newest pod

kube_deployment_annotations                                  gauge          deployment,namespace,*                    Annotations of the deployment as annotation_*
kube_deployment_created                                      gauge:seconds  deployment,namespace                      When the deployment was created
kube_deployment_deletion_timestamp                           gauge:seconds  deployment,namespace                      When the deployment was marked for deletion
kube_deployment_labels                                       gauge          deployment,namespace,*                    Labels of the deployment as label_*
kube_deployment_metadata_generation                          gauge          deployment,namespace                      Generation of the deployment that is wanted
kube_deployment_owner                                        gauge          deployment,namespace,owner_kind,owner_name  Owners of the deployment
kube_deployment_spec_paused                                  gauge          deployment,namespace                      1 while rollouts are paused
kube_deployment_spec_replicas                                gauge          deployment,namespace                      Pods that are wanted
kube_deployment_spec_strategy_rollingupdate_max_surge        gauge          deployment,namespace                      Pods above the wanted number during a rollout
kube_deployment_spec_strategy_rollingupdate_max_unavailable  gauge          deployment,namespace                      Pods that may be unavailable during a rollout
kube_deployment_status_condition                             gauge          condition,deployment,namespace,reason,status  1 for the status that each condition has
kube_deployment_status_observed_generation                   gauge          deployment,namespace                      Generation of the deployment that its controller has seen
kube_deployment_status_replicas                              gauge          deployment,namespace                      Pods that exist
kube_deployment_status_replicas_available                    gauge          deployment,namespace                      Pods that are available
kube_deployment_status_replicas_ready                        gauge          deployment,namespace                      Pods that are ready
kube_deployment_status_replicas_unavailable                  gauge          deployment,namespace                      Pods still missing or unavailable
kube_deployment_status_replicas_updated                      gauge          deployment,namespace                      Pods of the newest template
kube_deployment_status_terminating_replicas                  gauge          deployment,namespace                      Pods that are being deleted

kube_endpoint_address      gauge          endpoint,ip,namespace,port_name,port_number,port_protocol,ready  One for each address and port
kube_endpoint_annotations  gauge          endpoint,namespace,*                      Annotations of the endpoints object as annotation_*
kube_endpoint_created      gauge:seconds  endpoint,namespace                        When the endpoints object was created
kube_endpoint_info         gauge          endpoint,namespace                        One for each endpoints object
kube_endpoint_labels       gauge          endpoint,namespace,*                      Labels of the endpoints object as label_*
kube_endpoint_ports        gauge          endpoint,namespace,port_name,port_number,port_protocol  One for each port

kube_endpointslice_annotations      gauge          endpointslice,namespace,*                 Annotations of the endpoint slice as annotation_*
kube_endpointslice_created          gauge:seconds  endpointslice,namespace                   When the endpoint slice was created
kube_endpointslice_endpoints        gauge          address,endpoint_zone,endpointslice,hostname,namespace,nodename,ready,serving,targetref_kind,targetref_name,targetref_namespace,terminating  One for each address of the slice
kube_endpointslice_endpoints_hints  gauge          address,endpointslice,for_zone,namespace  Zones meant to use the address
kube_endpointslice_info             gauge          addresstype,endpointslice,namespace       Address family of the endpoint slice
kube_endpointslice_labels           gauge          endpointslice,namespace,*                 Labels of the endpoint slice as label_*
kube_endpointslice_ports            gauge          endpointslice,namespace,port_name,port_number,port_protocol  One for each port of the slice

kube_horizontalpodautoscaler_annotations                         gauge          horizontalpodautoscaler,namespace,*       Annotations of the autoscaler as annotation_*
kube_horizontalpodautoscaler_created                             gauge:seconds  horizontalpodautoscaler,namespace         When the autoscaler was created
kube_horizontalpodautoscaler_deletion_timestamp                  gauge:seconds  horizontalpodautoscaler,namespace         When the autoscaler was marked for deletion
kube_horizontalpodautoscaler_info                                gauge          horizontalpodautoscaler,namespace,scaletargetref_api_version,scaletargetref_kind,scaletargetref_name  What the autoscaler scales
kube_horizontalpodautoscaler_labels                              gauge          horizontalpodautoscaler,namespace,*       Labels of the autoscaler as label_*
kube_horizontalpodautoscaler_metadata_generation                 gauge          horizontalpodautoscaler,namespace         Generation of the autoscaler that is wanted
kube_horizontalpodautoscaler_spec_behavior_scale_down_tolerance  gauge          horizontalpodautoscaler,namespace         Deviation that is tolerated before scaling down
kube_horizontalpodautoscaler_spec_behavior_scale_up_tolerance    gauge          horizontalpodautoscaler,namespace         Deviation that is tolerated before scaling up
kube_horizontalpodautoscaler_spec_max_replicas                   gauge          horizontalpodautoscaler,namespace         Most pods it may ask for
kube_horizontalpodautoscaler_spec_min_replicas                   gauge          horizontalpodautoscaler,namespace         Fewest pods it may ask for
kube_horizontalpodautoscaler_spec_target_metric                  gauge          container,horizontalpodautoscaler,metric_name,metric_target_type,namespace  Value that each metric is steered to
kube_horizontalpodautoscaler_status_condition                    gauge          condition,horizontalpodautoscaler,namespace,status  1 for the status that each condition has
kube_horizontalpodautoscaler_status_current_replicas             gauge          horizontalpodautoscaler,namespace         Pods there are
kube_horizontalpodautoscaler_status_desired_replicas             gauge          horizontalpodautoscaler,namespace         Pods it asks for
kube_horizontalpodautoscaler_status_target_metric                gauge          container,horizontalpodautoscaler,metric_name,metric_target_type,namespace  Value that each metric has now

kube_ingress_annotations                gauge          ingress,namespace,*                       Annotations of the ingress as annotation_*
kube_ingress_created                    gauge:seconds  ingress,namespace                         When the ingress was created
kube_ingress_info                       gauge          ingress,ingressclass,namespace            Class of the ingress
kube_ingress_labels                     gauge          ingress,namespace,*                       Labels of the ingress as label_*
kube_ingress_metadata_resource_version  gauge          ingress,namespace                         Version of the ingress in the store of the API server
kube_ingress_path                       gauge          host,ingress,namespace,path,path_type,resource_api_group,resource_kind,resource_name,service_name,service_port  Where each host and path leads
kube_ingress_tls                        gauge          ingress,namespace,secret,tls_host         Hosts served over TLS and their secrets

kube_ingressclass_annotations  gauge          ingressclass,*           Annotations of the ingress class as annotation_*
kube_ingressclass_created      gauge:seconds  ingressclass             When the ingress class was created
kube_ingressclass_info         gauge          controller,ingressclass  Controller of the ingress class
kube_ingressclass_labels       gauge          ingressclass,*           Labels of the ingress class as label_*

kube_job_annotations                   gauge          job_name,namespace,*                      Annotations of the job as annotation_*
kube_job_complete                      gauge          condition,job_name,namespace              1 for the status of the condition Complete
kube_job_created                       gauge:seconds  job_name,namespace                        When the job was created
kube_job_failed                        gauge          condition,job_name,namespace              1 for the status of the condition Failed
kube_job_info                          gauge          job_name,namespace                        One for each job
kube_job_labels                        gauge          job_name,namespace,*                      Labels of the job as label_*
kube_job_owner                         gauge          job_name,namespace,owner_is_controller,owner_kind,owner_name  Owners of the job
kube_job_spec_active_deadline_seconds  gauge          job_name,namespace                        How long the job may run
kube_job_spec_completions              gauge          job_name,namespace                        Pods that are to finish well
kube_job_spec_parallelism              gauge          job_name,namespace                        Pods that may run at once
kube_job_status_active                 gauge          job_name,namespace                        Pods that are running
kube_job_status_completion_time        gauge:seconds  job_name,namespace                        When the job finished
kube_job_status_failed                 gauge          job_name,namespace,reason                 Pods that failed
kube_job_status_ready                  gauge          job_name,namespace                        Pods that are ready
kube_job_status_start_time             gauge:seconds  job_name,namespace                        When the job was started
kube_job_status_succeeded              gauge          job_name,namespace                        Pods that finished well
kube_job_status_suspended              gauge          job_name,namespace                        1 while the job is suspended

kube_lease_owner                             gauge          lease,lease_holder,namespace,owner_kind,owner_name  Holder of the lease
kube_lease_renew_time                        gauge:seconds  lease,namespace                           When the holder last renewed the lease
kube_limitrange                              gauge          constraint,limitrange,namespace,resource,type  Limits for each resource of a namespace
kube_limitrange_created                      gauge:seconds  limitrange,namespace                      When the limit range was created
kube_mutatingadmissionpolicy_created         gauge:seconds  mutatingadmissionpolicy,namespace         When the mutating admission policy was created
kube_mutatingadmissionpolicy_info            gauge          failure_policy,mutatingadmissionpolicy,namespace,param_api_version,param_kind,reinvocation_policy  Parameters and failure policy of the mutating admission policy
kube_mutatingadmissionpolicybinding_created  gauge:seconds  mutatingadmissionpolicybinding,namespace  When the binding of the mutating admission policy was created
kube_mutatingadmissionpolicybinding_info     gauge          mutatingadmissionpolicybinding,namespace,param_name,param_namespace,param_not_found_action,policy_name  What the mutating admission policy is bound to

kube_mutatingwebhookconfiguration_created                       gauge:seconds  mutatingwebhookconfiguration,namespace    When the mutating webhook configuration was created
kube_mutatingwebhookconfiguration_info                          gauge          mutatingwebhookconfiguration,namespace    One for each mutating webhook configuration
kube_mutatingwebhookconfiguration_metadata_resource_version     gauge          mutatingwebhookconfiguration,namespace    Version of the mutating webhook configuration in the store of the API server
kube_mutatingwebhookconfiguration_webhook_clientconfig_service  gauge          mutatingwebhookconfiguration,namespace,service_name,service_namespace,webhook_name  Service that each webhook calls

kube_namespace_annotations       gauge          namespace,*                 Annotations of the namespace as annotation_*
kube_namespace_created           gauge:seconds  namespace                   When the namespace was created
kube_namespace_labels            gauge          namespace,*                 Labels of the namespace as label_*
kube_namespace_status_condition  gauge          condition,namespace,status  1 for the status that each condition has
kube_namespace_status_phase      gauge          namespace,phase             1 for the phase it is in

kube_networkpolicy_annotations         gauge          namespace,networkpolicy,*  Annotations of the network policy as annotation_*
kube_networkpolicy_created             gauge:seconds  namespace,networkpolicy    When the network policy was created
kube_networkpolicy_labels              gauge          namespace,networkpolicy,*  Labels of the network policy as label_*
kube_networkpolicy_spec_egress_rules   gauge          namespace,networkpolicy    Rules for outgoing traffic
kube_networkpolicy_spec_ingress_rules  gauge          namespace,networkpolicy    Rules for incoming traffic

kube_node_annotations         gauge          node,*                                    Annotations of the node as annotation_*
kube_node_created             gauge:seconds  node                                      When the node was created
kube_node_deletion_timestamp  gauge:seconds  node                                      When the node was marked for deletion
kube_node_info                gauge          container_runtime_version,internal_ip,kernel_version,kubelet_version,kubeproxy_version,node,os_image,pod_cidr,provider_id,system_uuid  Versions and addresses of the node
kube_node_labels              gauge          node,*                                    Labels of the node as label_*
kube_node_role                gauge          node,role                                 Roles of the node
kube_node_spec_pod_cidrs      gauge          node,pod_cidr                             Address ranges for pods
kube_node_spec_taint          gauge          effect,key,node,value                     Taints of the node
kube_node_spec_unschedulable  gauge          node                                      1 while the node is cordoned
kube_node_status_addresses    gauge          address,node,type                         Addresses of the node
kube_node_status_allocatable  gauge          node,resource,unit                        What pods may use of each resource, in the unit of label unit
kube_node_status_capacity     gauge          node,resource,unit                        What the node has of each resource, in the unit of label unit
kube_node_status_condition    gauge          condition,node,status                     1 for the status that each condition has

kube_persistentvolume_access_mode         gauge          access_mode,persistentvolume              Ways the volume may be mounted
kube_persistentvolume_annotations         gauge          persistentvolume,*                        Annotations of the persistent volume as annotation_*
kube_persistentvolume_capacity_bytes      gauge          persistentvolume                          Size of the volume
kube_persistentvolume_claim_ref           gauge          claim_namespace,name,persistentvolume     Claim that holds the volume
kube_persistentvolume_created             gauge:seconds  persistentvolume                          When the persistent volume was created
kube_persistentvolume_csi_attributes      gauge          csi_map_options,csi_mounter,persistentvolume  Attributes of the CSI volume
kube_persistentvolume_deletion_timestamp  gauge:seconds  persistentvolume                          When the persistent volume was marked for deletion
kube_persistentvolume_info                gauge          azure_disk_name,csi_driver,csi_volume_handle,ebs_volume_id,fc_lun,fc_target_wwns,fc_wwids,gce_persistent_disk_name,host_path,host_path_type,iscsi_initiator_name,iscsi_iqn,iscsi_lun,iscsi_target_portal,local_fs,local_path,nfs_path,nfs_server,persistentvolume,reclaim_policy,storageclass  Storage behind the volume
kube_persistentvolume_labels              gauge          persistentvolume,*                        Labels of the persistent volume as label_*
kube_persistentvolume_status_phase        gauge          persistentvolume,phase                    1 for the phase it is in
kube_persistentvolume_volume_mode         gauge          persistentvolume,volumemode               Whether it is a file system or a block device

kube_persistentvolumeclaim_access_mode                      gauge          access_mode,namespace,persistentvolumeclaim  Ways of mounting that are asked for
kube_persistentvolumeclaim_annotations                      gauge          namespace,persistentvolumeclaim,*         Annotations of the volume claim as annotation_*
kube_persistentvolumeclaim_created                          gauge:seconds  namespace,persistentvolumeclaim           When the volume claim was created
kube_persistentvolumeclaim_deletion_timestamp               gauge:seconds  namespace,persistentvolumeclaim           When the volume claim was marked for deletion
kube_persistentvolumeclaim_info                             gauge          namespace,persistentvolumeclaim,storageclass,volumemode,volumename  Class and volume of the claim
kube_persistentvolumeclaim_labels                           gauge          namespace,persistentvolumeclaim,*         Labels of the volume claim as label_*
kube_persistentvolumeclaim_resource_requests_storage_bytes  gauge          namespace,persistentvolumeclaim           Size that is asked for
kube_persistentvolumeclaim_status_condition                 gauge          namespace,persistentvolumeclaim,status,type  1 for the status that each condition has
kube_persistentvolumeclaim_status_phase                     gauge          namespace,persistentvolumeclaim,phase     1 for the phase it is in

kube_pod_annotations                                      gauge          namespace,pod,uid,*                       Annotations of the pod as annotation_*
kube_pod_completion_time                                  gauge:seconds  namespace,pod,uid                         When the last container finished
kube_pod_container_info                                   gauge          container,container_id,image,image_id,image_spec,namespace,pod,uid  Image of the container
kube_pod_container_resource_limits                        gauge          container,namespace,node,pod,resource,uid,unit  Most it may use of each resource, in the unit of label unit
kube_pod_container_resource_requests                      gauge          container,namespace,node,pod,resource,uid,unit  What is reserved of each resource, in the unit of label unit
kube_pod_container_state_started                          gauge:seconds  container,namespace,pod,uid               When the container was started
kube_pod_container_status_last_terminated_exitcode        gauge          container,namespace,pod,uid               Exit code of its previous run
kube_pod_container_status_last_terminated_reason          gauge          container,namespace,pod,reason,uid        Why its previous run ended
kube_pod_container_status_last_terminated_timestamp       gauge:seconds  container,namespace,pod,uid               When its previous run ended
kube_pod_container_status_ready                           gauge          container,namespace,pod,uid               1 if it passes its readiness probe
kube_pod_container_status_restarts_total                  counter        container,namespace,pod,uid               Restarts of the container
kube_pod_container_status_running                         gauge          container,namespace,pod,uid               1 while it runs
kube_pod_container_status_terminated                      gauge          container,namespace,pod,uid               1 after it ended
kube_pod_container_status_terminated_reason               gauge          container,namespace,pod,reason,uid        Why it ended
kube_pod_container_status_waiting                         gauge          container,namespace,pod,uid               1 while it waits to start
kube_pod_container_status_waiting_reason                  gauge          container,namespace,pod,reason,uid        Why it waits to start
kube_pod_created                                          gauge:seconds  namespace,pod,uid                         When the pod was created
kube_pod_deletion_timestamp                               gauge:seconds  namespace,pod,uid                         When the pod was marked for deletion
kube_pod_info                                             gauge          created_by_kind,created_by_name,host_ip,host_network,namespace,node,pod,pod_ip,priority_class,uid  Node, addresses and creator of the pod
kube_pod_init_container_info                              gauge          container,container_id,image,image_id,image_spec,namespace,pod,restart_policy,uid  Image of the init container
kube_pod_init_container_resource_limits                   gauge          container,namespace,node,pod,resource,uid,unit  Most it may use of each resource, in the unit of label unit
kube_pod_init_container_resource_requests                 gauge          container,namespace,node,pod,resource,uid,unit  What is reserved of each resource, in the unit of label unit
kube_pod_init_container_state_started                     gauge:seconds  container,namespace,pod,uid               When the init container was started
kube_pod_init_container_status_last_terminated_exitcode   gauge          container,namespace,pod,uid               Exit code of its previous run
kube_pod_init_container_status_last_terminated_reason     gauge          container,namespace,pod,reason,uid        Why its previous run ended
kube_pod_init_container_status_last_terminated_timestamp  gauge:seconds  container,namespace,pod,uid               When its previous run ended
kube_pod_init_container_status_ready                      gauge          container,namespace,pod,uid               1 if it is ready
kube_pod_init_container_status_restarts_total             counter        container,namespace,pod,uid               Restarts of the init container
kube_pod_init_container_status_running                    gauge          container,namespace,pod,uid               1 while it runs
kube_pod_init_container_status_terminated                 gauge          container,namespace,pod,uid               1 after it ended
kube_pod_init_container_status_terminated_reason          gauge          container,namespace,pod,reason,uid        Why it ended
kube_pod_init_container_status_waiting                    gauge          container,namespace,pod,uid               1 while it waits to start
kube_pod_init_container_status_waiting_reason             gauge          container,namespace,pod,reason,uid        Why it waits to start
kube_pod_ips                                              gauge          ip,ip_family,namespace,pod,uid            Addresses of the pod
kube_pod_labels                                           gauge          namespace,pod,uid,*                       Labels of the pod as label_*
kube_pod_nodeselectors                                    gauge          namespace,pod,uid,*                       Node selectors of the pod as nodeselector_*
kube_pod_overhead_cpu_cores                               gauge:cores    namespace,pod,uid                         CPU that its runtime class adds
kube_pod_overhead_memory_bytes                            gauge          namespace,pod,uid                         Memory that its runtime class adds
kube_pod_owner                                            gauge          namespace,owner_is_controller,owner_kind,owner_name,pod,uid  Owners of the pod
kube_pod_resourceclaim_info                               gauge          claim_name,namespace,pod,resourceclaim_name,resourceclaim_template_name,uid  Resource claims of the pod
kube_pod_restart_policy                                   gauge          namespace,pod,type,uid                    When containers are restarted
kube_pod_runtimeclass_name_info                           gauge          namespace,pod,runtimeclass_name,uid       Runtime class of the pod
kube_pod_scheduler                                        gauge          name,namespace,pod,uid                    Scheduler of the pod
kube_pod_service_account                                  gauge          namespace,pod,service_account,uid         Service account of the pod
kube_pod_spec_volumes_persistentvolumeclaims_info         gauge          ephemeral,namespace,persistentvolumeclaim,pod,uid,volume  Volume claims that the pod mounts
kube_pod_spec_volumes_persistentvolumeclaims_readonly     gauge          ephemeral,namespace,persistentvolumeclaim,pod,uid,volume  1 if the claim is mounted for reading only
kube_pod_start_time                                       gauge:seconds  namespace,pod,uid                         When a kubelet took the pod
kube_pod_status_container_ready_time                      gauge:seconds  namespace,pod,uid                         When all containers became ready
kube_pod_status_disruption_reason                         gauge          namespace,pod,reason,uid                  Why the pod is being disrupted
kube_pod_status_initialized_time                          gauge:seconds  namespace,pod,uid                         When the init containers were done
kube_pod_status_phase                                     gauge          namespace,phase,pod,uid                   1 for the phase it is in
kube_pod_status_qos_class                                 gauge          namespace,pod,qos_class,uid               1 for its quality of service
kube_pod_status_ready                                     gauge          condition,namespace,pod,uid               1 for the status of the condition Ready
kube_pod_status_ready_time                                gauge:seconds  namespace,pod,uid                         When the pod became ready
kube_pod_status_reason                                    gauge          namespace,pod,reason,uid                  1 for the reason of its status, such as Evicted
kube_pod_status_scheduled                                 gauge          condition,namespace,pod,uid               1 for the status of the condition PodScheduled
kube_pod_status_scheduled_time                            gauge:seconds  namespace,pod,uid                         When the pod was given to a node
kube_pod_status_unschedulable                             gauge          namespace,pod,uid                         1 while no node fits
kube_pod_status_unscheduled_time                          gauge:seconds  namespace,pod,uid                         Since when no node fits
kube_pod_tolerations                                      gauge          effect,key,namespace,operator,pod,toleration_seconds,uid,value  Tolerations of the pod

kube_poddisruptionbudget_annotations                     gauge          namespace,poddisruptionbudget,*  Annotations of the disruption budget as annotation_*
kube_poddisruptionbudget_created                         gauge:seconds  namespace,poddisruptionbudget    When the disruption budget was created
kube_poddisruptionbudget_deletion_timestamp              gauge:seconds  namespace,poddisruptionbudget    When the disruption budget was marked for deletion
kube_poddisruptionbudget_labels                          gauge          namespace,poddisruptionbudget,*  Labels of the disruption budget as label_*
kube_poddisruptionbudget_status_current_healthy          gauge          namespace,poddisruptionbudget    Pods that are healthy
kube_poddisruptionbudget_status_desired_healthy          gauge          namespace,poddisruptionbudget    Fewest pods that must be healthy
kube_poddisruptionbudget_status_expected_pods            gauge          namespace,poddisruptionbudget    Pods that the budget counts
kube_poddisruptionbudget_status_observed_generation      gauge          namespace,poddisruptionbudget    Generation of the disruption budget that its controller has seen
kube_poddisruptionbudget_status_pod_disruptions_allowed  gauge          namespace,poddisruptionbudget    Pods that may be evicted now

kube_replicaset_annotations                    gauge          namespace,replicaset,*                    Annotations of the replica set as annotation_*
kube_replicaset_created                        gauge:seconds  namespace,replicaset                      When the replica set was created
kube_replicaset_labels                         gauge          namespace,replicaset,*                    Labels of the replica set as label_*
kube_replicaset_metadata_generation            gauge          namespace,replicaset                      Generation of the replica set that is wanted
kube_replicaset_owner                          gauge          namespace,owner_is_controller,owner_kind,owner_name,replicaset  Owners of the replica set
kube_replicaset_spec_replicas                  gauge          namespace,replicaset                      Pods that are wanted
kube_replicaset_status_fully_labeled_replicas  gauge          namespace,replicaset                      Pods with every label of the template
kube_replicaset_status_observed_generation     gauge          namespace,replicaset                      Generation of the replica set that its controller has seen
kube_replicaset_status_ready_replicas          gauge          namespace,replicaset                      Pods that are ready
kube_replicaset_status_replicas                gauge          namespace,replicaset                      Pods that exist
kube_replicaset_status_terminating_replicas    gauge          namespace,replicaset                      Pods that are being deleted

kube_replicationcontroller_created                        gauge:seconds  namespace,replicationcontroller           When the replication controller was created
kube_replicationcontroller_metadata_generation            gauge          namespace,replicationcontroller           Generation of the replication controller that is wanted
kube_replicationcontroller_owner                          gauge          namespace,owner_is_controller,owner_kind,owner_name,replicationcontroller  Owners of the replication controller
kube_replicationcontroller_spec_replicas                  gauge          namespace,replicationcontroller           Pods that are wanted
kube_replicationcontroller_status_available_replicas      gauge          namespace,replicationcontroller           Pods that are available
kube_replicationcontroller_status_fully_labeled_replicas  gauge          namespace,replicationcontroller           Pods with every label of the template
kube_replicationcontroller_status_observed_generation     gauge          namespace,replicationcontroller           Generation of the replication controller that its controller has seen
kube_replicationcontroller_status_ready_replicas          gauge          namespace,replicationcontroller           Pods that are ready
kube_replicationcontroller_status_replicas                gauge          namespace,replicationcontroller           Pods that exist

kube_resourcequota              gauge          namespace,resource,resourcequota,type  Quota and use of each resource, by label type
kube_resourcequota_annotations  gauge          namespace,resourcequota,*              Annotations of the resource quota as annotation_*
kube_resourcequota_created      gauge:seconds  namespace,resourcequota                When the resource quota was created
kube_resourcequota_labels       gauge          namespace,resourcequota,*              Labels of the resource quota as label_*

kube_role_annotations                gauge          namespace,role,*  Annotations of the role as annotation_*
kube_role_created                    gauge:seconds  namespace,role    When the role was created
kube_role_info                       gauge          namespace,role    One for each role
kube_role_labels                     gauge          namespace,role,*  Labels of the role as label_*
kube_role_metadata_resource_version  gauge          namespace,role    Version of the role in the store of the API server

kube_rolebinding_annotations                gauge          namespace,rolebinding,*                   Annotations of the role binding as annotation_*
kube_rolebinding_created                    gauge:seconds  namespace,rolebinding                     When the role binding was created
kube_rolebinding_info                       gauge          namespace,rolebinding,roleref_kind,roleref_name  Which role the role binding grants
kube_rolebinding_labels                     gauge          namespace,rolebinding,*                   Labels of the role binding as label_*
kube_rolebinding_metadata_resource_version  gauge          namespace,rolebinding                     Version of the role binding in the store of the API server

kube_secret_annotations                gauge          namespace,secret,*                        Annotations of the secret as annotation_*
kube_secret_created                    gauge:seconds  namespace,secret                          When the secret was created
kube_secret_info                       gauge          namespace,secret                          One for each secret
kube_secret_labels                     gauge          namespace,secret,*                        Labels of the secret as label_*
kube_secret_metadata_resource_version  gauge          namespace,secret                          Version of the secret in the store of the API server
kube_secret_owner                      gauge          namespace,owner_is_controller,owner_kind,owner_name,secret  Owners of the secret
kube_secret_type                       gauge          namespace,secret,type                     Type of the secret

kube_service_annotations                   gauge          namespace,service,uid,*                   Annotations of the service as annotation_*
kube_service_created                       gauge:seconds  namespace,service,uid                     When the service was created
kube_service_deletion_timestamp            gauge:seconds  namespace,service,uid                     When the service was marked for deletion
kube_service_info                          gauge          cluster_ip,external_name,external_traffic_policy,load_balancer_ip,namespace,service,uid  Addresses of the service
kube_service_labels                        gauge          namespace,service,uid,*                   Labels of the service as label_*
kube_service_spec_external_ip              gauge          external_ip,namespace,service,uid         External addresses of the service
kube_service_spec_type                     gauge          namespace,service,type,uid                Type of the service
kube_service_status_load_balancer_ingress  gauge          hostname,ip,namespace,service,uid         Addresses of its load balancer

kube_serviceaccount_annotations        gauge          namespace,serviceaccount,uid,*            Annotations of the service account as annotation_*
kube_serviceaccount_created            gauge:seconds  namespace,serviceaccount,uid              When the service account was created
kube_serviceaccount_deleted            gauge:seconds  namespace,serviceaccount,uid              When the service account was marked for deletion
kube_serviceaccount_image_pull_secret  gauge          name,namespace,serviceaccount,uid         Secrets for pulling images
kube_serviceaccount_info               gauge          automount_token,namespace,serviceaccount,uid  Whether its token is mounted
kube_serviceaccount_labels             gauge          namespace,serviceaccount,uid,*            Labels of the service account as label_*
kube_serviceaccount_secret             gauge          name,namespace,serviceaccount,uid         Secrets of the service account

kube_statefulset_annotations                             gauge          namespace,statefulset,*                   Annotations of the stateful set as annotation_*
kube_statefulset_created                                 gauge:seconds  namespace,statefulset                     When the stateful set was created
kube_statefulset_deletion_timestamp                      gauge:seconds  namespace,statefulset                     When the stateful set was marked for deletion
kube_statefulset_labels                                  gauge          namespace,statefulset,*                   Labels of the stateful set as label_*
kube_statefulset_metadata_generation                     gauge          namespace,statefulset                     Generation of the stateful set that is wanted
kube_statefulset_ordinals_start                          gauge          namespace,statefulset                     Number of the first pod
kube_statefulset_persistentvolumeclaim_retention_policy  gauge          namespace,statefulset,when_deleted,when_scaled  What becomes of its claims
kube_statefulset_replicas                                gauge          namespace,statefulset                     Pods that are wanted
kube_statefulset_status_current_revision                 gauge          namespace,revision,statefulset            Revision that the pods have
kube_statefulset_status_observed_generation              gauge          namespace,statefulset                     Generation of the stateful set that its controller has seen
kube_statefulset_status_replicas                         gauge          namespace,statefulset                     Pods that exist
kube_statefulset_status_replicas_available               gauge          namespace,statefulset                     Pods that are available
kube_statefulset_status_replicas_current                 gauge          namespace,statefulset                     Pods of the current revision
kube_statefulset_status_replicas_ready                   gauge          namespace,statefulset                     Pods that are ready
kube_statefulset_status_replicas_updated                 gauge          namespace,statefulset                     Pods of the newest revision
kube_statefulset_status_update_revision                  gauge          namespace,revision,statefulset            Revision that the pods are to have

kube_storageclass_annotations  gauge          storageclass,*                            Annotations of the storage class as annotation_*
kube_storageclass_created      gauge:seconds  storageclass                              When the storage class was created
kube_storageclass_info         gauge          provisioner,reclaim_policy,storageclass,volume_binding_mode  Provisioner and policies of the storage class
kube_storageclass_labels       gauge          storageclass,*                            Labels of the storage class as label_*

kube_validatingadmissionpolicy_created  gauge:seconds  namespace,validatingadmissionpolicy       When the validating admission policy was created
kube_validatingadmissionpolicy_info     gauge          failure_policy,namespace,param_api_version,param_kind,validatingadmissionpolicy  Parameters and failure policy of the validating admission policy

kube_validatingadmissionpolicybinding_created            gauge:seconds  namespace,validatingadmissionpolicybinding  When the binding of the validating admission policy was created
kube_validatingadmissionpolicybinding_info               gauge          namespace,param_name,param_namespace,param_not_found_action,policy_name,validatingadmissionpolicybinding  What the validating admission policy is bound to
kube_validatingadmissionpolicybinding_validation_action  gauge          action,namespace,validatingadmissionpolicybinding  What happens when validation fails

kube_validatingwebhookconfiguration_created                       gauge:seconds  namespace,validatingwebhookconfiguration  When the validating webhook configuration was created
kube_validatingwebhookconfiguration_info                          gauge          namespace,validatingwebhookconfiguration  One for each validating webhook configuration
kube_validatingwebhookconfiguration_metadata_resource_version     gauge          namespace,validatingwebhookconfiguration  Version of the validating webhook configuration in the store of the API server
kube_validatingwebhookconfiguration_webhook_clientconfig_service  gauge          namespace,service_name,service_namespace,validatingwebhookconfiguration,webhook_name  Service that each webhook calls

kube_volumeattachment_created                       gauge:seconds  volumeattachment                When the volume attachment was created
kube_volumeattachment_info                          gauge          attacher,node,volumeattachment  Attacher and node of the volume
kube_volumeattachment_labels                        gauge          volumeattachment,*              Labels of the volume attachment as label_*
kube_volumeattachment_spec_source_persistentvolume  gauge          volumeattachment,volumename     Volume that is attached
kube_volumeattachment_status_attached               gauge          volumeattachment                1 if it is attached
kube_volumeattachment_status_attachment_metadata    gauge          volumeattachment,*              Attachment metadata as metadata_*

kube_state_metrics_build_info     gauge    branch,goarch,goos,goversion,revision,tags,version  Version of kube-state-metrics itself
kube_state_metrics_list_total     counter  resource,result                           Times it listed a resource, by success or error
kube_state_metrics_shard_ordinal  gauge    shard_ordinal                             Number of this shard
kube_state_metrics_total_shards   gauge    -                                         Shards there are
kube_state_metrics_watch_total    counter  resource,result                           Times it watched a resource, by success or error
`,
};
