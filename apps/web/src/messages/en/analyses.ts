export const enAnalyses = {
  title: "Analyses of {arena}",
  lead: "What the votes say beside a ranking: how firm the first place is, who is judged by whom, and where a list of ranks is not the whole story.",
  columns: { judge: "Judge (items)", criterion: "Criterion", model: "Model (duels)", rating: "Rating" },
  between: "{value} ({lower} to {upper})",
  titles: {
    fragility: "How firm is rank 1?",
    criteria: "Criterion by criterion",
    cycles: "Circles",
    mixture: "The mixture nobody beats",
    groups: "Groups of voters",
    position: "Does the place matter?",
    swap: "The same pair, swapped",
    agreement: "Judges and people",
    scores: "Scores and verdicts",
    reward: "How clear the wins are",
  },
  about: {
    fragility: "The votes that tell most are taken away, one after the other, and the board is fitted again.",
    criteria: "Wald tests of the Bradley-Terry difference, adjusted by Holm for the number of criteria.",
    cycles:
      "Triples in which each model beats the next, and a fit that allows for circles beside one that does not.",
    mixture:
      "The von Neumann winner of the win matrix: what to play if any opponent may be chosen against you.",
    groups: "People with four votes and more; one board for all against two boards, by Schwarz's criterion.",
    position:
      "Decided battles by the place at which the winner was shown. Programs are left out: they see no places.",
    swap: "Duels that one judge decided in both orders.",
    agreement: "Cohen's kappa over pairs of outputs that people decided too: 1 is perfect, 0 is chance.",
    scores: "Pairs of outputs with a stored score, as verdicts of people and language models ordered them.",
    reward:
      "WildBench's reward: a clear win counts 1, a slight one one half; a length margin makes ties of slight wins by length.",
  },
  position: {
    caption: "Share won by the output shown first, by kind of judge",
    first: "First place won",
    slots: "Battles of {k}",
    slot: "Place {n} ({ballots} ballots)",
    meanRank: "Mean rank",
  },
  swap: {
    consistent: "same verdict",
    firstTwice: "first place twice",
    secondTwice: "second place twice",
    tied: "a tie and a win",
  },
  agreement: { caption: "Agreement of judges with people", kappa: "Kappa" },
  cycles: { circle: "{first} (1) beats {second} (2) beats {third} (3) beats {first}" },
  groups: {
    region: "Two groups of voters, scrolls sideways",
    group: "Group {n}, {share}",
    label: "Group 1 ranks {first} first, group 2 {second}",
  },
  fragility: { gone: "decide rank 1", rest: "the others" },
  criteria: { caption: "Ratings of the two models compared, by criterion", p: ", p = {p}" },
  scores: { concordant: "ordered alike", discordant: "ordered the other way", tied: "tied" },
  reward: { caption: "Reward of the models", reward: "Reward" },
  findings: {
    too_many_votes: "There are too many votes to read them one by one here; export the log to analyse it.",
    too_many_models: "This is worked out for up to {most} models; here are more.",
    position_too_few:
      "Too little is decided to tell a bias from luck: {decided} battles, and it takes {needed}.",
    position_fair:
      "{kind} favour no place as far as these votes can tell: the output shown first won {share} of {decided} decided duels, which may be {lower} to {upper}.",
    position_first:
      "{kind} favour the output shown first: it won {share} ({lower} to {upper}) of {decided} decided duels, where 50% would be fair.",
    position_second:
      "{kind} favour the output shown second: the first one won only {share} ({lower} to {upper}) of {decided} decided duels, where 50% would be fair.",
    position_slots_fair:
      "The place does not matter as far as these {ballots} rankings of {k} can tell: the best place, number {place}, has the mean rank {mean}, where {fair} would be fair.",
    position_slots_biased:
      "Place {place} of {k} has an advantage: its mean rank in {ballots} rankings is {mean}, where {fair} would be fair.",
    swap_too_few:
      "Hardly any pair was judged in both orders by the same judge: {duels}, and it takes {needed}.",
    swap_steady:
      "Judges stand by their verdicts: in {consistent} of {duels} pairs ({share}) the same output won in both orders.",
    swap_shaky:
      "Judges change sides with the places: only {consistent} of {duels} pairs ({share}) had the same winner in both orders; the first place won twice in {first}, the second in {second}.",
    agreement_no_people: "No person has voted here, so no judge can be compared with people.",
    agreement_no_judges: "Only people have voted here, so there is no judge to compare with them.",
    agreement_too_few:
      "People and judges have hardly decided the same pairs: {items}, and it takes {needed}.",
    agreement_no_kappa:
      "{judge} said the same as most people in {share} of {items} pairs, but as everybody always says the same, chance would too.",
    agreement_weak:
      "{judge} is no stand-in for people: they agree on {share} of {items} pairs, which is little beyond chance (kappa {kappa}, {lower} to {upper}).",
    agreement_moderate:
      "{judge} agrees with people on {share} of {items} pairs, moderately beyond chance (kappa {kappa}, {lower} to {upper}).",
    agreement_strong:
      "{judge} decides much as people do: they agree on {share} of {items} pairs (kappa {kappa}, {lower} to {upper}).",
    cycles_too_few: "No three models have all met and beaten one another, so there can be no circle yet.",
    cycles_none: "No circle in {triads} triples: who beats whom fits a single list.",
    cycles_noise:
      "{cyclic} of {triads} triples are circles ({share}), no more than luck brings: one list explains the votes as well as a model with circles (gain {gain} nats, {needed} needed).",
    cycles_real:
      "Some models beat each other in circles: {cyclic} of {triads} triples, and a model with circles explains the votes better than any list can (gain {gain} nats, {needed} needed).",
    cycles_untested:
      "{cyclic} of {triads} triples are circles ({share}); there are too many models to test whether that is luck.",
    mixture_too_few: "Two models must have met before anybody can be called unbeaten.",
    mixture_sparse:
      "Only {met} of the pairs have met, and it takes {needed}: an answer would rest on battles that never were.",
    mixture_single: "{model} beats every other model more often than not, so it alone is the answer.",
    mixture_several:
      "No single model is unbeaten: only a mixture of {models} is, {first} with a share of {share} first among them.",
    groups_too_few:
      "Too few people voted at least {each} times to look for groups: {voters}, and it takes {needed}.",
    groups_one:
      "One board fits all {voters} regular voters better than two would: no groups with tastes of their own.",
    groups_two:
      "{voters} regular voters fall into two groups that disagree about rank 1: the larger, {share}, prefers {first}, the other {second}.",
    groups_two_same_leader:
      "{voters} regular voters fall into two groups ({share} in the larger); both put {first} first and differ further down.",
    fragility_too_few: "Too few votes stand behind rank 1 to ask how firm it is.",
    fragility_none: "No set of votes was found whose removal takes rank 1 from {leader}.",
    fragility_thin_votes:
      "Rank 1 hangs by a thread: without {votes} of {total} votes ({share}), {rival} and not {leader} would lead.",
    fragility_thin_pairs:
      "Rank 1 hangs by a thread: without {votes} of {total} compared pairs ({share}), {rival} and not {leader} would lead.",
    fragility_firm_votes:
      "Rank 1 is firm: it takes {votes} of {total} votes ({share}), all chosen against {leader}, to put {rival} first.",
    fragility_firm_pairs:
      "Rank 1 is firm: it takes {votes} of {total} compared pairs ({share}), all chosen against {leader}, to put {rival} first.",
    criteria_too_few: "No two models are rated under a criterion yet.",
    criteria_untested:
      "{first} and {second} have not been compared under any criterion, so nothing can be tested.",
    criteria_one_sure: "{first} and {second} differ for sure under the only criterion (p = {p}).",
    criteria_one_open: "Whether {first} or {second} is better under the only criterion is open (p = {p}).",
    criteria_open: "Under none of {criteria} criteria do {first} and {second} differ for sure.",
    criteria_sure:
      "{winner} is ahead of {loser} for sure under {sure} of {criteria} criteria, and behind under none.",
    criteria_split:
      "It depends on the criterion: {first} is ahead of {second} for sure under {ahead} of {criteria} criteria and behind under {behind}.",
    scores_none: "No verdict of a person or a language model is about outputs that all have a stored score.",
    scores_too_few: "Only {pairs} pairs have both scores and a verdict, and it takes {needed}.",
    scores_close:
      "Scores and verdicts tell the same story: {share} of {pairs} pairs are ordered alike (tau {tau}).",
    scores_loose:
      "Scores say something about the verdicts, not much: {share} of {pairs} pairs are ordered alike (tau {tau}).",
    scores_apart:
      "Scores do not say what verdicts say: {share} of {pairs} pairs are ordered alike (tau {tau}).",
    reward_none: "No judge here says how clear a win is.",
    reward_too_few: "Only {duels} duels say how clear the win was, and it takes {needed}.",
    reward_found:
      "In {duels} duels that say how clear the win was, {best} earns most ({reward}) and {last} least ({lowest}).",
  },
};
