import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  assertLocalEndpoint,
  emulatedAwsEnvironment,
  REPOSITORY,
  RealAwsUnguarded,
} from "../../local/local-environment.ts";

const AWS = { endpoint: "http://127.0.0.1:4566", region: "eu-central-1" };
const LOCAL = { AWS_ENDPOINT_URL: AWS.endpoint };

/** What a developer with a real account may have set. */
const OF_A_DEVELOPER = {
  PATH: "/usr/bin",
  HOME: "/home/somebody",
  LANG: "de_DE.UTF-8",
  AWS_PROFILE: "production",
  AWS_DEFAULT_PROFILE: "production",
  AWS_ACCESS_KEY_ID: "AKIAREALKEY",
  AWS_SECRET_ACCESS_KEY: "a real secret",
  AWS_SESSION_TOKEN: "a real token",
  AWS_SECURITY_TOKEN: "a real token",
  AWS_CONFIG_FILE: "/home/somebody/.aws/config",
  AWS_SHARED_CREDENTIALS_FILE: "/home/somebody/.aws/credentials",
  AWS_ENDPOINT_URL: "https://s3.eu-central-1.amazonaws.com",
  AWS_ENDPOINT_URL_S3: "https://s3.eu-central-1.amazonaws.com",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
  AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.2/credentials",
  AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/admin",
  AWS_WEB_IDENTITY_TOKEN_FILE: "/home/somebody/token",
  AWS_REGION: "us-east-1",
  NODE_OPTIONS: "--inspect",
  GITHUB_TOKEN: "a real token",
};

describe("a local command", () => {
  it("may call the embedded AWS", () => {
    expect(() => assertLocalEndpoint(LOCAL)).not.toThrow();
    expect(() => assertLocalEndpoint({ ...LOCAL, AWS_ENDPOINT_URL_S3: AWS.endpoint })).not.toThrow();
    expect(() =>
      assertLocalEndpoint({ ...LOCAL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" }),
    ).not.toThrow();
  });

  it("is refused without an address, and told which variable it is", () => {
    for (const environment of [{}, { AWS_ENDPOINT_URL_S3: AWS.endpoint }]) {
      expect(() => assertLocalEndpoint(environment)).toThrow(RealAwsUnguarded);
      expect(() => assertLocalEndpoint(environment)).toThrow("The variable AWS_ENDPOINT_URL is not set");
    }
  });

  it.each([
    "https://s3.eu-central-1.amazonaws.com",
    "https://127.0.0.1:4566",
    "http://localhost:4566",
    "http://127.0.0.1.attacker.example:4566",
    "http://127.0.0.2:4566",
    "http://[::1]:4566",
    "http://127.0.0.1@attacker.example",
    "http://attacker.example@127.0.0.1",
    "127.0.0.1:4566",
    "not an address",
    "",
  ])("is refused with the address %s, of all services or of one", (address) => {
    for (const variable of ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"]) {
      const check = () => assertLocalEndpoint({ ...LOCAL, [variable]: address });
      expect(check).toThrow(RealAwsUnguarded);
      expect(check).toThrow(`The variable ${variable} is not an address on http://127.0.0.1`);
    }
  });

  it.each(["true", "TRUE", "1", "yes", ""])("is refused when addresses are ignored: %j", (value) => {
    const check = () => assertLocalEndpoint({ ...LOCAL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: value });
    expect(check).toThrow(RealAwsUnguarded);
    expect(check).toThrow("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
  });
});

describe("the environment of a program that calls the embedded AWS", () => {
  const environment = emulatedAwsEnvironment(AWS, OF_A_DEVELOPER);

  it("is one that local commands accept", () => {
    expect(() => assertLocalEndpoint(environment)).not.toThrow();
  });

  it("passes on no profile, no token, no real key and no other address", () => {
    expect(environment).toEqual({
      PATH: `${join(REPOSITORY, "node_modules/.bin")}:/usr/bin`,
      HOME: "/home/somebody",
      LANG: "de_DE.UTF-8",
      AWS_ENDPOINT_URL: AWS.endpoint,
      AWS_ACCESS_KEY_ID: "000000000000",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: AWS.region,
      AWS_DEFAULT_REGION: AWS.region,
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      AWS_EC2_METADATA_DISABLED: "true",
      CDK_DISABLE_CLI_TELEMETRY: "true",
      CDK_DISABLE_VERSION_CHECK: "1",
    });
  });

  it("is complete where nothing was set", () => {
    const { PATH, HOME, LANG } = emulatedAwsEnvironment(AWS, {});
    expect([PATH.split(":").slice(1), HOME, LANG]).toEqual([["/usr/bin", "/bin"], "/", "C.UTF-8"]);
  });
});
