/** The words by which an addressee is a team, a job or a place, and not a person by name. */

/** A team or a workplace. */
export const TEAM =
  /\b(?:teams?|services?|staff|department|dept|clinic|ward|unit|cmht|camhs|crht|crhtt|reception|colleagues)\b/i;

/** A job, or an unnamed person. */
export const ROLE =
  /\b(?:doctors?|dr|gps?|psychiatrists?|consultants?|whoever|whomever|whom|anyone|anybody|someone|somebody|who|duty|nurses?|managers?|pharmacists?|psychologists?|therapists?|registrars?|locums?|practitioners?|specialists?|physicians?|clinicians?|professionals?|receptionists?|coordinators?|co-ordinators?|sirs?|madam|person|sho|rc|amhp|cpn|partners?|secretary|secretaries|leads?|leader|worker)\b/i;

/** A place or a body. */
export const PLACE =
  /\b(?:surgery|practice|hospital|centre|trust|partnership|nhs|health|mental|care|medical|complaints?|pals|adults?|room)\b/i;

/** Words that say that the name is not known, or that greet everybody. */
export const NOT_A_NAME =
  /(?<![\p{L}'’])(?:not|none|know|known|unknown|unsure|sure|names?|idea|forg[eo]t|forgotten|remember|recall|can['’]?t|cannot|don['’]?t|all|both|every ?one|everybody|nobody|one|here|there|concerned|same|above|below|others?|another|colleague|responsible|out|preference|which(?:ever)?|either|mind|x{2,})(?![\p{L}'’])/iu;
