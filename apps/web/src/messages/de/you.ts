import type { Messages } from "../en.ts";

export const deYou: Messages["you"] = {
  title: "Deine Stimmen",
  lead: "Was dieser Browser abgestimmt hat, und die Rangliste, die deine Stimmen allein ergäben. Nur du siehst sie: Stimmen hängen durch ein einziges Cookie an diesem Browser und an nichts sonst.",
  loading: "Deine Stimmen werden gesammelt",
  none: "Dieser Browser hat noch nicht abgestimmt.",
  noneAction: "Arena wählen und abstimmen",
  failed: "Deine Stimmen konnten nicht gelesen werden: {reason}",
  retry: "Noch einmal versuchen",
  board: "Deine eigene Rangliste",
  needed: {
    one: "Noch {n} Stimme hier, und du hast eine eigene Rangliste.",
    other: "Noch {n} Stimmen hier, und du hast eine eigene Rangliste.",
  },
  columns: { model: "Modell", battles: "Vergleiche", share: "Anteil gewonnen" },
  shareNote: "Um zwei Vergleiche zum Mittel gezogen, damit eine Stimme nicht 100 % ergibt.",
  votes: { one: "{n} Stimme", other: "{n} Stimmen" },
  ties: "gleichauf mit",
  beats: "vor",
  best: "{model} ist das Beste von {others}",
  uncounted: "zurückgenommen",
  vote: "Abstimmen in",
  data: "Deine Daten (JSON)",
  forget: "Meine Daten löschen",
  forgetTitle: "Löschen, was deine Stimmen mit dir verbindet?",
  forgetText:
    "Das Cookie dieses Browsers wird gelöscht, samt allem, was die Seite in ihm abgelegt hat. Deine Stimmen zählen weiter, und niemand, auch du nicht, kann mehr erkennen, dass sie von dir waren. Das lässt sich nicht rückgängig machen.",
  forgetYes: "Meine Daten löschen",
  forgetNo: "Behalten",
  forgotten: "Erledigt: Nichts verbindet diesen Browser mehr mit seinen Stimmen.",
};
