import { percentSign } from "../../rules/percent-sign.js";
import { checkRule } from "./check-rule.js";

checkRule(percentSign, {
  silent: [
    "100 % -up",
    "100%-up",
    "up % - down",
    "100 % - up",
    "100% up",
    "time() % 86400",
    "(100)% - up",
    "5m% - up",
    "100 - up",
  ],
  finds: {
    "100% - avg by (pod) (up)": ["100%"],
    "100%  + up": ["100%"],
    "1 - (50% - up)": ["50%"],
    "100% - 5": ["100%"],
    "100%\n- up * 2": ["100%"],
  },
  fixes: {
    "100% - up": "suggestion: 100 - up",
    "12.5% + up": "suggestion: 12.5 + up",
  },
});
