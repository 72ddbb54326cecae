/** A text that is not empty. */
export const text = { type: "string", minLength: 1, maxLength: 1000 };

/** A duration of Prometheus that is longer than nothing. */
export const duration = {
  type: "string",
  pattern:
    "^(?=.*[1-9])([0-9]{1,2}y)?([0-9]{1,4}w)?([0-9]{1,5}d)?([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?([0-9]{1,6}ms)?$",
};
