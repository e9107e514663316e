// `npm run types`: the types alone, for those who do not want to wait for the whole of `npm run check`.
import { Failure, runCommand } from "./failure.mjs";
import { checkTypes } from "./type-projects.mjs";

await runCommand(async () => {
  const complaints = await checkTypes();
  if (complaints !== "") throw new Failure("The types do not fit: the lines above say where.", complaints);
  return 0;
});
