import { lessonSchema } from "../../src/tutorial/schema.js";
import { testPublished } from "../schema/published.js";

testPublished("docs/schemas/lesson.schema.json", lessonSchema);
