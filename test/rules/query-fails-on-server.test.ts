import { queryFailsOnServer } from "../../rules/query-fails-on-server.js";
import { checkRule } from "./check-rule.js";
import { serverWith } from "./server-with.js";

const manyToMany = "many-to-many matching not allowed: matching labels must be unique on one side";

checkRule(
  queryFailsOnServer,
  {
    silent: ["hits", "not_asked / hits"],
    finds: {
      "hits / on (a) misses": ["/"],
      "1 + hits / on (a) misses": ["/"],
      "hits / on (a) misses / on (a) misses": ["hits / on (a) misses / on (a) misses"],
      "rate(hits[5m])": ["rate(hits[5m])"],
    },
  },
  {
    server: serverWith({
      outcomes: {
        hits: 3,
        "hits / on (a) misses": manyToMany,
        "1 + hits / on (a) misses": manyToMany,
        "hits / on (a) misses / on (a) misses": manyToMany,
        "rate(hits[5m])": "vector cannot contain metrics with the same labelset",
      },
    }),
  },
);

checkRule(queryFailsOnServer, { silent: ["hits / on (a) misses"] });
