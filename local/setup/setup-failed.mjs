/** Something that the project needs could not be set up; `remedy` says what to do about it. */
export class SetupFailed extends Error {
  name = "SetupFailed";

  constructor(message, remedy, options) {
    super(message, options);
    this.remedy = remedy;
  }
}
