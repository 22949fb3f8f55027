import { WAITED_FOR } from '../record/waits.ts';

/** The names in a text, separated by spaces and line ends. */
const named = ([names = '']: TemplateStringsArray): readonly string[] => names.trim().split(/\s+/);

/** What each view says: labels, which are short and plain, and parts, which are Markdown. */
export const VIEWS = {
  layout: {
    labels: named`
      skipLink urgentHelp leave isFor carryingOn carryOn yourAnswers back problem later finish
      nextPerson largePrint usualPrint sizeOfPrint guide privacy cookies accessibility about contact
      madeBy hidden tryAgain notSafe overdue overdueFact comesFrom sourceSome sourceAll source checkedOn
      downloadStays`,
    parts: named`
      notChecked notCheckedHelp numbers careUrgent careSideEffect careMedicine`,
  },
  start: {
    labels: named`start yours another lastUsed picture`,
    parts: [],
  },
  question: {
    labels: named`
      partOne partTwo place placeOf placeOfAbout why never begins filledIn offered continue skip tired`,
    parts: [],
  },
  letter: {
    labels: named`
      title addMore bar print pdf word text copy copied notCopied share largePrint pdfWithMarks inText leaveOut change
      saveChanges nextSteps shorter short copyShort goodToKnow finish sentTitle sentThis sentEarlier readCopy tellUs
      readRecord sentButton differs nextPerson`,
    parts: named`
      quick notFound unprintable tooLong tooLongLarge consent advocateFirst
      advocateFirstElsewhere ifUnderSection alert alertNorthernIreland leaveOut sign signTheirs handIn
      handInWard consentToBody complaintAdvocateFirst sendComplaint tellComplaint sendToBody sendToBoard
      sayToBody keepSent hearComplaint hearComplaintPlan say keep hear hearPlan noPrinter medicine
      record notAdvice under18 elsewhere complaintNotRecord complaintTime complaintUnderTheAct
      complaintCare complaintAdvocate boardReasons`,
  },
  paper: {
    labels: named`
      heading keep use gets expect how fill room sign copy send later help another urgent medicine
      source marking name address telephone email date recipient recipientAddress born nhsNumber below
      day thanks close signature`,
    parts: [],
  },
  ombudsman: {
    labels: named`title by late letters copy ownCopy answers happened`,
    parts: named`answered time ask underTheAct`,
  },
  'check-answers': {
    labels: named`
      title saved forLetter begins change notAdded notAddedAfter seeLetter situation before record
      readPlan`,
    parts: named`lead situation before`,
  },
  card: {
    labels: named`
      title bar print pdf mention mentionHint private tooMany problem saveChanges readPlan`,
    parts: named`lead theirs yours source`,
  },
  plan: {
    labels: named`
      title helps situation asking mentioning weighing elsewhere everybody folded card goOn record
      checkedOn nextStep say mention when appointment theyAgree mayAct write tell change becauseTold
      becausePrivate becauseRecord becauseAll and that from factsheet leftOut`,
    parts: named`keptRecord`,
  },
  error: {
    labels: named`
      word text toLetter toCard again typed start startTyped clear`,
    parts: [],
  },
  endings: {
    labels: named`
      problem chooseCode all allPeople this thisAlone beforeFinish beforeNext keepFinish keepNext
      othersDeleted keepButton keepNextButton delete deleteButton deleteNextButton finishButton
      nextButton clearButton unfinished notDownloaded downloaded cardLeft code noCode yours another
      unknownLeft deletedOne deletedPeople deletedWithoutCode deletedPeopleWithoutCode goesOn goOn until
      left others startNext`,
    parts: named`
      awayFinish awayNext noCodeFinish noCodeNext onlyOne everybody unknown ended nothing`,
  },
  save: {
    labels: named`
      problem howLong get another yours yoursSeveral until untilSeveral cannotShow longer stopWhy
      stopForm stop stopSeveral unknown too-many lastDay 28-days 3-months 6-months 12-months`,
    parts: [],
  },
  saved: {
    labels: named`
      saved writeDown slip until typeAt mark withAddress carryOn nextPerson finish`,
    parts: named`printing`,
  },
  resume: {
    labels: named`problem code hint carryOn empty wrong`,
    parts: [],
  },
  reminder: {
    labels: named`
      title problem hintDue hint waiting until get empty what
      not-future`,
    parts: named`record tooShort file`,
  },
  record: {
    labels: named`
      title sheet printed waitingFor happened nothing by overdue
      changed or detained their-agreement since tell plan reminder earlier readLetter on change delete
      saved printIt pdf pdfWithNotes text limits complainBy code until longer howLong 28-days 3-months
      6-months 12-months answersTake complaintTakes stopForm stopWhy stop later kept deleteAll`,
    parts: named`tooShort noCode`,
  },
  waits: {
    labels: [...WAITED_FOR, 'appointment-day'],
    parts: [],
  },
  'record-add': {
    labels: named`title choose`,
    parts: [],
  },
  'record-entry': {
    labels: named`change more kept save delete`,
    parts: [],
  },
  'record-delete': {
    labels: named`entry all keep`,
    parts: [],
  },
  'record-letter': {
    labels: named`title lead files pdf word text`,
    parts: [],
  },
  guide: {
    labels: named`title start`,
    parts: named`lead follows`,
  },
  'guide-section': {
    labels: named`
      onThisPage follows isNot all next use gets expect read paper or large largeOf`,
    parts: [],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'labels' | 'parts', readonly string[]>>>>;
