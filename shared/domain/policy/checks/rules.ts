import { accountAddressesMissing } from "./account-addresses-missing.ts";
import { accountAddressesUnanswerable } from "./account-addresses-unanswerable.ts";
import { accountScopeMissing } from "./account-scope-missing.ts";
import { addressInKey } from "./address-in-key.ts";
import { anonymiseWithoutTest } from "./anonymise-without-test.ts";
import { anonymisedByTheClock } from "./anonymised-by-the-clock.ts";
import { archiveStorageClass } from "./archive-storage-class.ts";
import { attestationReviewDue } from "./attestation-review-due.ts";
import { backupExceptionWithoutLength } from "./backup-exception-without-length.ts";
import { cacheKeepsUndeclared } from "./cache-keeps-undeclared.ts";
import { cacheWithoutProcessor } from "./cache-without-processor.ts";
import { categoryWithoutEnd } from "./category-without-end.ts";
import { categoryWithoutStore } from "./category-without-store.ts";
import { clockRecordTooShort } from "./clock-record-too-short.ts";
import { consentForUndeclaredPurpose } from "./consent-for-undeclared-purpose.ts";
import { copyOutlivesPromise } from "./copy-outlives-promise.ts";
import { dayLimitBesideLonger } from "./day-limit-beside-longer.ts";
import { dayLimitInVersionedBucket } from "./day-limit-in-versioned-bucket.ts";
import { deadlineWithoutSource } from "./deadline-without-source.ts";
import { derivedInACircle } from "./derived-in-a-circle.ts";
import { expireWithoutLimit } from "./expire-without-limit.ts";
import { facialDataToAThirdParty } from "./facial-data-to-a-third-party.ts";
import { forbiddenPurpose } from "./forbidden-purpose.ts";
import { graceForFacialDataOrMinors } from "./grace-for-facial-data-or-minors.ts";
import { holdWithoutException } from "./hold-without-exception.ts";
import { hostingNotDisclosed } from "./hosting-not-disclosed.ts";
import { idDeclaredTwice } from "./id-declared-twice.ts";
import { limitAbovePromise } from "./limit-above-promise.ts";
import { lockOverPersonalData } from "./lock-over-personal-data.ts";
import { lockWithoutVersions } from "./lock-without-versions.ts";
import { logGroupErased } from "./log-group-erased.ts";
import { marginBelowCache } from "./margin-below-cache.ts";
import { marginTooSmall } from "./margin-too-small.ts";
import { mechanismNamesNothing } from "./mechanism-names-nothing.ts";
import { mechanismNotDeployed } from "./mechanism-not-deployed.ts";
import { mechanismTooSlow } from "./mechanism-too-slow.ts";
import { mentionsOutOfReach } from "./mentions-out-of-reach.ts";
import { ownRecordWithoutEnd } from "./own-record-without-end.ts";
import { pointInTimeKeepsDeletedTable } from "./point-in-time-keeps-deleted-table.ts";
import { processorIncomplete } from "./processor-incomplete.ts";
import { processorKeepsTooLong } from "./processor-keeps-too-long.ts";
import { processorOutsideAllowedPlaces } from "./processor-outside-allowed-places.ts";
import { processorTrainsOnData } from "./processor-trains-on-data.ts";
import { processorWithoutAddress } from "./processor-without-address.ts";
import { processorWithoutContract } from "./processor-without-contract.ts";
import { promiseIdTwice } from "./promise-id-twice.ts";
import { promiseNotKept } from "./promise-not-kept.ts";
import { queueOutlivesPromise } from "./queue-outlives-promise.ts";
import { recordEndsBeforeCopies } from "./record-ends-before-copies.ts";
import { regionOutsideAllowed } from "./region-outside-allowed.ts";
import { replicaIncomplete } from "./replica-incomplete.ts";
import { retainedUncut } from "./retained-uncut.ts";
import { retainedWithoutBasisOrEnd } from "./retained-without-basis-or-end.ts";
import type { PolicyRule } from "./rule.ts";
import { savedWithoutMeaning } from "./saved-without-meaning.ts";
import { scopeCannotLocate } from "./scope-cannot-locate.ts";
import { scopeSilentOnCategory } from "./scope-silent-on-category.ts";
import { sealingDestroys } from "./sealing-destroys.ts";
import { sensitiveWithoutOwnKey } from "./sensitive-without-own-key.ts";
import { sessionNotLocated } from "./session-not-located.ts";
import { sharedBucketDiffers } from "./shared-bucket-differs.ts";
import { sharedFilesMisplaced } from "./shared-files-misplaced.ts";
import { sharedStaysUnpublished } from "./shared-stays-unpublished.ts";
import { statutoryConflict } from "./statutory-conflict.ts";
import { storeErasedInPart } from "./store-erased-in-part.ts";
import { storeInOtherRegion } from "./store-in-other-region.ts";
import { storesShareAPrefix } from "./stores-share-a-prefix.ts";
import { undeclaredCategory } from "./undeclared-category.ts";
import { undeclaredPromise } from "./undeclared-promise.ts";
import { vaultCannotCopy } from "./vault-cannot-copy.ts";
import { vaultLockTooLong } from "./vault-lock-too-long.ts";

/** Every rule, in the order in which its findings are told: the declaration's own sense first, promises last. */
export const POLICY_RULES: readonly PolicyRule[] = [
  idDeclaredTwice,
  promiseIdTwice,
  undeclaredCategory,
  categoryWithoutStore,
  derivedInACircle,
  categoryWithoutEnd,
  limitAbovePromise,
  marginBelowCache,
  marginTooSmall,
  sessionNotLocated,
  savedWithoutMeaning,
  holdWithoutException,
  dayLimitInVersionedBucket,
  dayLimitBesideLonger,
  storesShareAPrefix,
  sharedBucketDiffers,
  accountScopeMissing,
  scopeSilentOnCategory,
  storeErasedInPart,
  scopeCannotLocate,
  graceForFacialDataOrMinors,
  sealingDestroys,
  logGroupErased,
  queueOutlivesPromise,
  mentionsOutOfReach,
  accountAddressesMissing,
  accountAddressesUnanswerable,
  sharedFilesMisplaced,
  sharedStaysUnpublished,
  expireWithoutLimit,
  anonymiseWithoutTest,
  anonymisedByTheClock,
  processorIncomplete,
  processorTrainsOnData,
  processorKeepsTooLong,
  facialDataToAThirdParty,
  hostingNotDisclosed,
  processorOutsideAllowedPlaces,
  regionOutsideAllowed,
  storeInOtherRegion,
  processorWithoutAddress,
  processorWithoutContract,
  sensitiveWithoutOwnKey,
  archiveStorageClass,
  addressInKey,
  cacheWithoutProcessor,
  cacheKeepsUndeclared,
  replicaIncomplete,
  lockOverPersonalData,
  lockWithoutVersions,
  retainedWithoutBasisOrEnd,
  retainedUncut,
  copyOutlivesPromise,
  pointInTimeKeepsDeletedTable,
  backupExceptionWithoutLength,
  vaultCannotCopy,
  vaultLockTooLong,
  ownRecordWithoutEnd,
  recordEndsBeforeCopies,
  clockRecordTooShort,
  statutoryConflict,
  forbiddenPurpose,
  consentForUndeclaredPurpose,
  deadlineWithoutSource,
  undeclaredPromise,
  mechanismNamesNothing,
  mechanismTooSlow,
  mechanismNotDeployed,
  attestationReviewDue,
  promiseNotKept,
];
