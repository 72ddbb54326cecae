import { catalogueSchema } from "../../src/catalogue/schema.js";
import { testPublished } from "../schema/published.js";

testPublished("docs/schemas/catalogue.schema.json", catalogueSchema);
