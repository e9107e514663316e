import type { Messages } from "../en.ts";

export const deSubmit: Messages["submit"] = {
  title: "Ein Modell einreichen",
  titleArena: "Ein Modell einreichen: {title}",
  lead: "Ein Modell tritt mit seinen Ausgaben zu allen Aufgaben der Arena an. Sie werden geprüft, dann spielt das Modell von selbst um seinen Platz in der Rangliste.",
  none: "Noch gibt es keine Arena, in die ein Modell eingereicht werden könnte.",
  home: "Zu den Arenen",
  arena: "Arena",
  choose: "Für diese Arena zeigen",
  askTitle: "1. Um einen Eingang bitten",
  ask: "Wer die Arena betreibt, legt einen Webhook-Eingang an: eine Adresse und ein Geheimnis, das die Sendungen signiert. Ein Schlüssel mit dem Recht submissions:write tut es auch.",
  about: "Über {title}",
  answerTitle: "2. Alle Aufgaben lösen",
  answer:
    "Die Ausgaben kommen in eine Datei, eine zu jeder Aufgabe; Aufgaben werden mit Kürzel oder Text genannt. Eine Ausgabe ist ein content oder eine media_url, von der ihre Datei geholt wird. Wo ein Programm die Ausgaben bewertet, gehört zu jeder ein score.",
  prompts: "Die Aufgaben (JSON)",
  sendTitle: "3. Absenden",
  send: "Die Datei signieren und absenden; dieselbe webhook-id wird einmal angenommen, so oft sie auch kommt. Mit der Abfrage dry_run=true wird alles geprüft und nichts gespeichert.",
  signed: "Mit bash, curl und openssl",
  command: "Mit der Befehlszeile und einem Schlüssel",
  checks:
    "Unter der Location der Antwort steht, was aus der Einreichung wurde: ihr Fortschritt, jeder Mangel mit seiner Stelle und das Turnier, das sie einstuft. Eine Ausgabe, die ihr Modell nennt oder der eines anderen gleicht, wartet auf den Betrieb.",
  reference: "Alle Aufrufe und Felder, in der API-Referenz",
};
