import type { MetricTable } from "./table.js";

/**
 * What the AWS VPC CNI plugin gives.
 * Source: https://github.com/aws/amazon-vpc-cni-k8s/blob/master/utils/prometheusmetrics/prometheusmetrics.go.
 */
export const awsVpcCni: MetricTable = {
  source: "aws-vpc-cni",
  own: ["awscni"],
  rows: `
awscni_add_ip_req_count                            counter               -                                       Requests of the CNI plugin for an address
awscni_assigned_ip_addresses                       gauge                 -                                       Addresses given to pods
awscni_assigned_ip_per_cidr                        gauge                 cidr                                    Addresses given to pods from a prefix
awscni_assigned_ip_per_eni                         gauge                 eni                                     Addresses given to pods from an interface
awscni_aws_api_error_count                         counter               api,error                               Errors of the AWS API
awscni_aws_api_latency_ms                          summary:milliseconds  api,error,status                        Duration of calls of the AWS API
awscni_aws_utils_error_count                       counter               error,fn                                Errors of the functions that use the AWS API
awscni_build_info                                  gauge                 goversion,version                       Version of the plugin
awscni_connmark_backend                            gauge                 backend                                 What marks the connections
awscni_connmark_reconcile_total                    counter               result                                  Times that the marks of connections were checked
awscni_del_ip_req_count                            counter               reason                                  Requests of the CNI plugin to give an address back
awscni_ec2api_error_count                          counter               fn                                      Errors of the EC2 API
awscni_ec2api_req_count                            counter               fn                                      Calls of the EC2 API
awscni_eni_allocated                               gauge                 -                                       Network interfaces of the node
awscni_eni_max                                     gauge                 -                                       Most network interfaces that the node can have
awscni_force_removed_enis                          counter               -                                       Interfaces removed although pods used them
awscni_force_removed_ips                           counter               -                                       Addresses removed although pods used them
awscni_ip_max                                      gauge                 -                                       Most addresses that the node can have
awscni_ipamd_action_inprogress                     gauge                 fn                                      Actions that the address manager runs now
awscni_ipamd_error_count                           counter               fn                                      Errors of the address manager
awscni_ipamd_node_initialization_duration_seconds  histogram             success                                 Time to prepare the node
awscni_ipamd_startup_duration_seconds              histogram             failure_reason,success,with_api_server  Time to start the address manager
awscni_no_available_ip_addresses                   counter               -                                       Pods that got no address because none was left
awscni_pod_eni_error_count                         counter               fn                                      Errors with interfaces of pods
awscni_reconcile_count                             counter               fn                                      Times that the known interfaces and addresses were corrected
awscni_total_ip_addresses                          gauge                 -                                       Addresses that the node has
awscni_total_ipv4_prefixes                         gauge                 -                                       Prefixes of IPv4 addresses that the node has
`,
};
