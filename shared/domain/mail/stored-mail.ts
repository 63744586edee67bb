/** Below it lies all mail as it arrived, each under the id that the receiving server gave it. */
export const MAIL_PREFIX = "mail/";

/** Under which forms are kept: beside mail, not among it, for whoever looks for mail that was missed lists that alone. */
export const FORM_PREFIX = "form/";

/**
 * What SES stores and tells of to try a receipt rule when that is made; it is no mail.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html
 */
export const SETUP_NOTIFICATION = "AMAZON_SES_SETUP_NOTIFICATION";

/** Returns the id of the mail that lies under a key; undefined if there can be none. */
export function mailIdOf(key: string): string | undefined {
  const id = key.startsWith(MAIL_PREFIX) ? key.slice(MAIL_PREFIX.length) : "";
  return id === "" || id === SETUP_NOTIFICATION ? undefined : id;
}

/** Larger mail is kept and not opened: what people ask takes a thousandth of it, and parsing several times its size. */
export const READ_BYTES_MAX = 10 * 1024 * 1024;
