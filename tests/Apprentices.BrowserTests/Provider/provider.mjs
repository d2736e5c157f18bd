// An OpenID-certified provider on loopback, for the journeys: node provider.mjs FOLDER_WITH_NODE_MODULES SETTINGS_AS_JSON
// Settings: port, client (id, secret, address of the program), accounts (by name: sub and claims).
// It says "listening" when it answers. Each start has keys of its own.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Debian 12 has Node.js 18, which lacks it.
URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);

const [folder, text] = process.argv.slice(2);
const { Provider } = await import(pathToFileURL(join(folder, 'node_modules/oidc-provider/lib/index.js')));
const { port, client, accounts } = JSON.parse(text);
const issuer = `http://127.0.0.1:${port}`;

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const escape = (said) => String(said).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const page = (title, body) => `<!doctype html><html lang="nb"><title>${escape(title)}</title><link rel="icon" href="data:,"><h1>${escape(title)}</h1>${body}</html>`;

const provider = new Provider(issuer, {
  jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256', kid: randomUUID() }] },
  clients: [{
    client_id: client.id,
    client_secret: client.secret,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: [`${client.address}/signin-oidc`],
    post_logout_redirect_uris: [`${client.address}/signout-callback-oidc`],
    backchannel_logout_uri: `${client.address}/signout-backchannel`,
    backchannel_logout_session_required: true,
  }],
  claims: { openid: ['sub', 'roles', 'groups'], profile: ['name', 'preferred_username'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  // It would refuse to call a program on this machine, and give up on a busy one.
  fetch: (url, { dispatcher, signal, ...options }) => globalThis.fetch(url, options),
  cookies: { keys: [randomUUID()] },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...Object.values(accounts).find((account) => account.sub === sub) }) }),
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => { ctx.body = page('Logge ut av jobbkontoen?', `${form}<button form="op.logoutForm" name="logout" value="yes">Ja, logg ut</button>`); },
      postLogoutSuccessSource: (ctx) => { ctx.body = page('Du er logget ut av jobbkontoen', ''); },
    },
  },
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) {
    await next();
    return;
  }

  if (ctx.method === 'GET') {
    await provider.interactionDetails(ctx.req, ctx.res);
    ctx.body = page('Jobbkonto', '<form method="post"><label>Navn <input name="name"></label> <button name="what" value="in">Logg inn</button> <button name="what" value="not">Avbryt</button></form>');
    return;
  }

  let body = '';
  for await (const part of ctx.req) body += part;
  const form = new URLSearchParams(body);
  const account = accounts[form.get('name')];
  const result = form.get('what') === 'in' && account ? { login: { accountId: account.sub } } : { error: 'access_denied' };
  ctx.respond = false;
  await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
});

for (const event of ['server_error', 'backchannel.error']) {
  provider.on(event, (_, error) => console.error(event, error));
}

provider.listen(port, '127.0.0.1', () => console.log('listening'));
