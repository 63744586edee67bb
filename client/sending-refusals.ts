/** Something may not be sent to a third party; nothing was. */
export class SendingRefused extends Error {
  override readonly name = "SendingRefused";
  /** Such as `facial-data`, `no-contract`, `objected`, `blocked-by-moderation`. */
  readonly because: string;

  constructor(processor: string, because: string, says: string) {
    super(`Nothing may be sent to ${processor}: ${says}`);
    this.because = because;
  }
}

/** It could not be found out whether something may be sent, so it may not. */
export class SendingUnknown extends Error {
  override readonly name = "SendingUnknown";

  constructor(processor: string, options: ErrorOptions) {
    super(
      `Whether something may be sent to ${processor} could not be found out, so it may not: the cause says what failed; the role needs the managed policies of the outputs ClientPolicyArn and SendingClientPolicyArn.`,
      options,
    );
  }
}
