export { dateOfBirth } from './date-of-birth.ts';
export { emailAddress } from './email.ts';
export { isNhsNumber, nhsNumber, spacedNhsNumber } from './nhs-number.ts';
export { telephoneNumber } from './telephone.ts';
