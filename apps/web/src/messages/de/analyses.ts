import type { Messages } from "../en.ts";

export const deAnalyses: Messages["analyses"] = {
  title: "Analysen von {arena}",
  lead: "Was die Stimmen neben einer Rangliste sagen: wie fest der erste Platz ist, wer wie urteilt und wo eine Liste von Rängen nicht alles ist.",
  columns: {
    judge: "Urteilende (Fälle)",
    criterion: "Kriterium",
    model: "Modell (Duelle)",
    rating: "Wertung",
  },
  between: "{value} ({lower} bis {upper})",
  titles: {
    fragility: "Wie fest ist Rang 1?",
    criteria: "Kriterium für Kriterium",
    cycles: "Kreise",
    mixture: "Die Mischung, die niemand schlägt",
    groups: "Gruppen von Abstimmenden",
    position: "Zählt der Platz?",
    swap: "Dasselbe Paar, vertauscht",
    agreement: "Urteilende und Menschen",
    scores: "Punkte und Urteile",
    reward: "Wie deutlich die Siege sind",
  },
  about: {
    fragility:
      "Die Stimmen, die am meisten sagen, werden nacheinander weggenommen, und die Rangliste wird neu angepasst.",
    criteria: "Wald-Tests des Bradley-Terry-Unterschieds, nach Holm für die Zahl der Kriterien angepasst.",
    cycles:
      "Dreiergruppen, in denen jedes Modell das nächste schlägt, und eine Anpassung mit Kreisen neben einer ohne.",
    mixture:
      "Der Von-Neumann-Sieger der Siegmatrix: was man wählt, wenn der Gegner frei gewählt werden darf.",
    groups:
      "Menschen mit vier Stimmen und mehr; eine Rangliste für alle gegen zwei, nach Schwarz' Kriterium.",
    position:
      "Entschiedene Begegnungen nach dem Platz, auf dem die siegreiche Ausgabe stand. Programme bleiben außen vor: Sie sehen keine Plätze.",
    swap: "Duelle, die dieselben Urteilenden in beiden Reihenfolgen entschieden haben.",
    agreement:
      "Cohens Kappa über Paare von Ausgaben, die auch Menschen entschieden haben: 1 ist vollkommen, 0 ist Zufall.",
    scores:
      "Paare von Ausgaben mit gespeicherten Punkten, wie Menschen und Sprachmodelle sie geordnet haben.",
    reward:
      "WildBenchs Belohnung: Ein deutlicher Sieg zählt 1, ein knapper die Hälfte; ein Längenspielraum macht aus knappen Siegen durch Länge Unentschieden.",
  },
  position: {
    caption: "Anteil der Siege der zuerst gezeigten Ausgabe, je Art der Urteilenden",
    first: "Erster Platz siegt",
    slots: "Begegnungen zu {k}",
    slot: "Platz {n} ({ballots} Stimmzettel)",
    meanRank: "Mittlerer Rang",
  },
  swap: {
    consistent: "dasselbe Urteil",
    firstTwice: "zweimal der erste Platz",
    secondTwice: "zweimal der zweite Platz",
    tied: "einmal unentschieden",
  },
  agreement: { caption: "Übereinstimmung der Urteilenden mit Menschen", kappa: "Kappa" },
  cycles: { circle: "{first} (1) schlägt {second} (2) schlägt {third} (3) schlägt {first}" },
  groups: {
    region: "Zwei Gruppen von Abstimmenden, seitwärts zu verschieben",
    group: "Gruppe {n}, {share}",
    label: "Gruppe 1 stellt {first} voran, Gruppe 2 {second}",
  },
  fragility: { gone: "entscheiden über Rang 1", rest: "die übrigen" },
  criteria: { caption: "Wertungen der beiden verglichenen Modelle, je Kriterium", p: ", p = {p}" },
  scores: { concordant: "gleich geordnet", discordant: "umgekehrt geordnet", tied: "unentschieden" },
  reward: { caption: "Belohnung der Modelle", reward: "Belohnung" },
  findings: {
    too_many_votes:
      "Es sind zu viele Stimmen, um sie hier einzeln zu lesen; das Protokoll lässt sich ausführen und auswerten.",
    too_many_models: "Das wird für höchstens {most} Modelle ausgerechnet; hier sind es mehr.",
    position_too_few:
      "Es ist zu wenig entschieden, um Neigung von Glück zu unterscheiden: {decided} Begegnungen, nötig sind {needed}.",
    position_fair:
      "{kind} bevorzugen keinen Platz, soweit diese Stimmen es zeigen: Die zuerst gezeigte Ausgabe gewann {share} von {decided} entschiedenen Duellen, möglich sind {lower} bis {upper}.",
    position_first:
      "{kind} bevorzugen die zuerst gezeigte Ausgabe: Sie gewann {share} ({lower} bis {upper}) von {decided} entschiedenen Duellen; gerecht wären 50 %.",
    position_second:
      "{kind} bevorzugen die als zweite gezeigte Ausgabe: Die erste gewann nur {share} ({lower} bis {upper}) von {decided} entschiedenen Duellen; gerecht wären 50 %.",
    position_slots_fair:
      "Der Platz zählt nicht, soweit diese {ballots} Reihungen zu {k} es zeigen: Der beste Platz, Nummer {place}, hat den mittleren Rang {mean}; gerecht wären {fair}.",
    position_slots_biased:
      "Platz {place} von {k} ist im Vorteil: Sein mittlerer Rang in {ballots} Reihungen ist {mean}; gerecht wären {fair}.",
    swap_too_few:
      "Kaum ein Paar wurde von denselben Urteilenden in beiden Reihenfolgen beurteilt: {duels}, nötig sind {needed}.",
    swap_steady:
      "Die Urteilenden bleiben bei ihrem Urteil: In {consistent} von {duels} Paaren ({share}) gewann in beiden Reihenfolgen dieselbe Ausgabe.",
    swap_shaky:
      "Die Urteilenden wechseln mit den Plätzen die Seite: Nur {consistent} von {duels} Paaren ({share}) hatten in beiden Reihenfolgen denselben Sieger; zweimal gewann der erste Platz in {first}, der zweite in {second}.",
    agreement_no_people: "Hier hat kein Mensch abgestimmt; mit Menschen lässt sich niemand vergleichen.",
    agreement_no_judges:
      "Hier haben nur Menschen abgestimmt; es gibt niemanden, der mit ihnen zu vergleichen wäre.",
    agreement_too_few:
      "Menschen und andere Urteilende haben kaum dieselben Paare entschieden: {items}, nötig sind {needed}.",
    agreement_no_kappa:
      "{judge} sagte in {share} von {items} Paaren dasselbe wie die meisten Menschen; da alle immer dasselbe sagen, täte das auch der Zufall.",
    agreement_weak:
      "{judge} vertritt keine Menschen: Sie sind sich bei {share} von {items} Paaren einig, kaum mehr als durch Zufall (Kappa {kappa}, {lower} bis {upper}).",
    agreement_moderate:
      "{judge} ist sich mit Menschen bei {share} von {items} Paaren einig, mäßig mehr als durch Zufall (Kappa {kappa}, {lower} bis {upper}).",
    agreement_strong:
      "{judge} entscheidet weitgehend wie Menschen: Sie sind sich bei {share} von {items} Paaren einig (Kappa {kappa}, {lower} bis {upper}).",
    cycles_too_few:
      "Keine drei Modelle sind sich alle begegnet und haben einander geschlagen; noch kann es keinen Kreis geben.",
    cycles_none: "Kein Kreis in {triads} Dreiergruppen: Wer wen schlägt, passt in eine einzige Liste.",
    cycles_noise:
      "{cyclic} von {triads} Dreiergruppen sind Kreise ({share}), nicht mehr, als der Zufall bringt: Eine Liste erklärt die Stimmen so gut wie ein Modell mit Kreisen (Gewinn {gain} Nats, nötig {needed}).",
    cycles_real:
      "Manche Modelle schlagen einander im Kreis: {cyclic} von {triads} Dreiergruppen, und ein Modell mit Kreisen erklärt die Stimmen besser, als eine Liste es kann (Gewinn {gain} Nats, nötig {needed}).",
    cycles_untested:
      "{cyclic} von {triads} Dreiergruppen sind Kreise ({share}); es sind zu viele Modelle, um zu prüfen, ob das Zufall ist.",
    mixture_too_few: "Erst müssen sich zwei Modelle begegnet sein, bevor eines ungeschlagen heißen kann.",
    mixture_sparse:
      "Nur {met} der Paare sind sich begegnet, nötig sind {needed}: Eine Antwort stützte sich auf Begegnungen, die es nicht gab.",
    mixture_single: "{model} schlägt jedes andere Modell häufiger als umgekehrt und ist allein die Antwort.",
    mixture_several:
      "Kein Modell ist allein ungeschlagen, nur eine Mischung aus {models} ist es; voran steht {first} mit einem Anteil von {share}.",
    groups_too_few:
      "Zu wenige Menschen haben mindestens {each}-mal abgestimmt, um Gruppen zu suchen: {voters}, nötig sind {needed}.",
    groups_one:
      "Eine Rangliste passt zu allen {voters} regelmäßig Abstimmenden besser als zwei: keine Gruppen mit eigenem Geschmack.",
    groups_two:
      "{voters} regelmäßig Abstimmende bilden zwei Gruppen, die sich über Rang 1 uneins sind: Die größere, {share}, zieht {first} vor, die andere {second}.",
    groups_two_same_leader:
      "{voters} regelmäßig Abstimmende bilden zwei Gruppen ({share} in der größeren); beide stellen {first} voran und unterscheiden sich weiter unten.",
    fragility_too_few: "Hinter Rang 1 stehen zu wenige Stimmen, um zu fragen, wie fest er ist.",
    fragility_none: "Es fand sich keine Menge von Stimmen, ohne die {leader} Rang 1 verlöre.",
    fragility_thin_votes:
      "Rang 1 hängt an einem Faden: Ohne {votes} von {total} Stimmen ({share}) stünde {rival} vorn und nicht {leader}.",
    fragility_thin_pairs:
      "Rang 1 hängt an einem Faden: Ohne {votes} von {total} verglichenen Paaren ({share}) stünde {rival} vorn und nicht {leader}.",
    fragility_firm_votes:
      "Rang 1 ist fest: Erst ohne {votes} von {total} Stimmen ({share}), alle gegen {leader} ausgesucht, stünde {rival} vorn.",
    fragility_firm_pairs:
      "Rang 1 ist fest: Erst ohne {votes} von {total} verglichenen Paaren ({share}), alle gegen {leader} ausgesucht, stünde {rival} vorn.",
    criteria_too_few: "Noch haben keine zwei Modelle unter einem Kriterium eine Wertung.",
    criteria_untested:
      "{first} und {second} sind unter keinem Kriterium verglichen; prüfen lässt sich nichts.",
    criteria_one_sure:
      "{first} und {second} unterscheiden sich unter dem einzigen Kriterium sicher (p = {p}).",
    criteria_one_open:
      "Ob {first} oder {second} unter dem einzigen Kriterium besser ist, ist offen (p = {p}).",
    criteria_open: "Unter keinem von {criteria} Kriterien unterscheiden sich {first} und {second} sicher.",
    criteria_sure:
      "{winner} liegt unter {sure} von {criteria} Kriterien sicher vor {loser} und unter keinem dahinter.",
    criteria_split:
      "Es kommt auf das Kriterium an: {first} liegt unter {ahead} von {criteria} Kriterien sicher vor {second} und unter {behind} dahinter.",
    scores_none:
      "Kein Urteil eines Menschen oder Sprachmodells gilt Ausgaben, die alle gespeicherte Punkte haben.",
    scores_too_few: "Nur {pairs} Paare haben Punkte und ein Urteil, nötig sind {needed}.",
    scores_close:
      "Punkte und Urteile sagen dasselbe: {share} von {pairs} Paaren sind gleich geordnet (Tau {tau}).",
    scores_loose:
      "Punkte sagen etwas über die Urteile, nicht viel: {share} von {pairs} Paaren sind gleich geordnet (Tau {tau}).",
    scores_apart:
      "Punkte sagen nicht, was Urteile sagen: {share} von {pairs} Paaren sind gleich geordnet (Tau {tau}).",
    reward_none: "Niemand sagt hier, wie deutlich ein Sieg ist.",
    reward_too_few: "Nur {duels} Duelle sagen, wie deutlich der Sieg war, nötig sind {needed}.",
    reward_found:
      "In {duels} Duellen, die sagen, wie deutlich der Sieg war, erhält {best} am meisten ({reward}) und {last} am wenigsten ({lowest}).",
  },
};
