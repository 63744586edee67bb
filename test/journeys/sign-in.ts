import {
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";

const PASSWORD = "An-Invented-Passw0rd";

/** A session of a person in the app of the service. */
export interface Session {
  readonly clientId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Signs a person in, as the app of the service does; they get a password for it. */
export async function signIn(
  cognito: CognitoIdentityProviderClient,
  pool: string,
  person: string,
): Promise<Session> {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: pool,
      ClientName: "app",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    }),
  );
  const clientId = UserPoolClient?.ClientId ?? "";
  const credentials = { UserPoolId: pool, Username: person };
  await cognito.send(
    new AdminSetUserPasswordCommand({ ...credentials, Password: PASSWORD, Permanent: true }),
  );
  const { AuthenticationResult } = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool,
      ClientId: clientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: person, PASSWORD },
    }),
  );
  const { AccessToken: accessToken = "", RefreshToken: refreshToken = "" } = AuthenticationResult ?? {};
  return { clientId, accessToken, refreshToken };
}

/** Returns a new access token of a session that goes on; undefined if it gives none. */
export async function refreshed(
  cognito: CognitoIdentityProviderClient,
  pool: string,
  { clientId, refreshToken }: Session,
): Promise<string | undefined> {
  const { AuthenticationResult } = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool,
      ClientId: clientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: refreshToken },
    }),
  );
  return AuthenticationResult?.AccessToken;
}
