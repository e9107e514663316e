import type { Messages } from "../en.ts";

export const deErrors: Messages["errors"] = {
  missingTitle: "Hier steht nichts",
  missing: "Diese Adresse führt zu keiner Arena, keinem Modell und keinem Turnier.",
  missingAction: "Alle Arenen ansehen",
  brokenTitle: "Etwas ist zerbrochen",
  broken: "Die Seite konnte nicht gezeichnet werden. Nichts Bestätigtes ist verloren.",
  brokenAction: "Noch einmal versuchen",
};
