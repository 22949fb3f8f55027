import { textNames } from '../letters/text-names.ts';
import { WAITED_FOR } from '../record/waits.ts';

/** What each view says: labels, which are short and plain, and parts, which are Markdown. */
export const VIEWS = {
  layout: {
    labels: textNames`
      skipLink urgentHelp leave isFor carryingOn carryOn yourAnswers back problem later finish
      nextPerson largePrint usualPrint sizeOfPrint guide privacy cookies accessibility about contact
      madeBy hidden tryAgain notSafe overdue overdueFact comesFrom sourceSome sourceAll source checkedOn
      downloadStays`,
    parts: textNames`
      notChecked notCheckedHelp numbers careUrgent careSideEffect careMedicine`,
  },
  start: {
    labels: textNames`start yours another lastUsed today yesterday on picture`,
    parts: [],
  },
  question: {
    labels: textNames`
      partOne partTwo place placeOf placeOfAbout why never begins filledIn offered continue skip tired`,
    parts: [],
  },
  fields: {
    labels: textNames`or optional`,
    parts: [],
  },
  letter: {
    labels: textNames`
      title addMore bar print pdf word text copy copied notCopied share largePrint pdfWithMarks inText leaveOut change
      saveChanges nextSteps shorter short copyShort goodToKnow finish sentTitle sentThis sentEarlier readCopy tellUs
      readRecord sentButton differs nextPerson`,
    parts: textNames`
      quick notFound unprintable tooLong tooLongLarge consent advocateFirst
      advocateFirstElsewhere ifUnderSection alert alertNorthernIreland leaveOut sign signTheirs handIn
      handInWard consentToBody complaintAdvocateFirst sendComplaint tellComplaint sendToBody sendToBoard
      sayToBody keepSent hearComplaint hearComplaintPlan say keep hear hearPlan noPrinter medicine
      record notAdvice under18 elsewhere complaintNotRecord complaintTime complaintUnderTheAct
      complaintCare complaintAdvocate boardReasons`,
  },
  paper: {
    labels: textNames`
      heading keep use gets expect how fill room sign copy send later help another urgent medicine
      source marking name address telephone email date recipient recipientAddress born nhsNumber below
      day thanks close signature`,
    parts: [],
  },
  ombudsman: {
    labels: textNames`title by late letters copy ownCopy answers happened`,
    parts: textNames`answered time ask underTheAct`,
  },
  'check-answers': {
    labels: textNames`
      title saved forLetter begins change notAdded notAddedAfter seeLetter situation before record
      readPlan`,
    parts: textNames`lead situation before`,
  },
  card: {
    labels: textNames`
      title bar print pdf mention mentionHint private tooMany problem saveChanges readPlan`,
    parts: textNames`lead theirs yours source`,
  },
  plan: {
    labels: textNames`
      title helps situation asking mentioning weighing elsewhere everybody folded card goOn record
      checkedOn nextStep say mention when appointment theyAgree mayAct write tell change becauseTold
      becausePrivate becauseRecord becauseAll and that from factsheet leftOut`,
    parts: textNames`keptRecord`,
  },
  error: {
    labels: textNames`
      word text toLetter toCard again typed start startTyped clear`,
    parts: [],
  },
  endings: {
    labels: textNames`
      problem chooseCode all allPeople this thisAlone beforeFinish beforeNext keepFinish keepNext
      othersDeleted keepButton keepNextButton delete deleteButton deleteNextButton finishButton
      nextButton clearButton unfinished notDownloaded downloaded cardLeft code noCode yours another
      unknownLeft deletedOne deletedPeople deletedWithoutCode deletedPeopleWithoutCode goesOn goOn until
      left others startNext pdf word text`,
    parts: textNames`
      awayFinish awayNext noCodeFinish noCodeNext onlyOne everybody unknown ended nothing`,
  },
  save: {
    labels: textNames`
      problem howLong get another yours yoursSeveral until untilSeveral cannotShow longer stopWhy
      stopForm stop stopSeveral unknown too-many lastDay 28-days 3-months 6-months 12-months`,
    parts: [],
  },
  saved: {
    labels: textNames`
      saved writeDown slip until typeAt mark withAddress carryOn nextPerson finish`,
    parts: textNames`printing`,
  },
  resume: {
    labels: textNames`problem code hint carryOn empty wrong`,
    parts: [],
  },
  reminder: {
    labels: textNames`
      title problem hintDue hint waiting until get empty what
      not-future`,
    parts: textNames`record tooShort file`,
  },
  record: {
    labels: textNames`
      title sheet printed waitingFor happened nothing by overdue
      changed or detained their-agreement since tell plan reminder earlier readLetter on change delete
      saved printIt pdf pdfWithNotes text limits complainBy code until longer howLong 28-days 3-months
      6-months 12-months answersTake complaintTakes stopForm stopWhy stop later kept deleteAll`,
    parts: textNames`tooShort noCode`,
  },
  waits: {
    labels: [...WAITED_FOR, 'appointment-day'],
    parts: [],
  },
  'record-add': {
    labels: textNames`title choose`,
    parts: [],
  },
  'record-entry': {
    labels: textNames`change more kept save delete`,
    parts: [],
  },
  'record-delete': {
    labels: textNames`entry all keep`,
    parts: [],
  },
  'record-letter': {
    labels: textNames`title lead files pdf word text`,
    parts: [],
  },
  guide: {
    labels: textNames`title start`,
    parts: textNames`lead follows`,
  },
  'guide-section': {
    labels: textNames`
      onThisPage follows isNot all next use gets expect read paper or large largeOf`,
    parts: [],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'labels' | 'parts', readonly string[]>>>>;
