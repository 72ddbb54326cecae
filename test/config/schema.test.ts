import { all } from "../../rules/index.js";
import { configSchema } from "../../src/config/schema.js";
import { testPublished } from "../schema/published.js";

testPublished("docs/schemas/config.schema.json", configSchema(all));
