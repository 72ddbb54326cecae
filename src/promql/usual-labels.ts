const usualLabels: ReadonlySet<string> = new Set([
  ...["cluster", "code", "container", "cpu", "device", "endpoint", "fstype", "handler", "host", "image", "instance"],
  ...["interface", "job", "le", "method", "mode", "mountpoint", "name", "namespace", "node", "path", "phase", "pod"],
  ...["quantile", "region", "resource", "route", "service", "status", "uid", "verb", "zone"],
]);

/** Whether a word, in any case, is hardly anything but a label. */
export function isUsualLabel(word: string): boolean {
  return usualLabels.has(word.toLowerCase());
}
