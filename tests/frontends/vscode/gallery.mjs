// A marketplace on loopback that has nothing. VS Code asks one before it offers even an extension of the workspace;
// what it asks for is kept, so that a test can say that nothing was fetched.
import http from 'node:http';

const nothing = JSON.stringify({ results: [{ extensions: [], pagingToken: null, resultMetadata: [{ metadataType: 'ResultCount', metadataItems: [{ name: 'TotalCount', count: 0 }] }] }] });
const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*', 'content-type': 'application/json' };

export const startGallery = () => new Promise(resolve => {
  const downloads = [];
  const server = http.createServer((request, response) => {
    const isQuery = request.url.endsWith('/extensionquery');
    if (!isQuery && request.method !== 'OPTIONS') downloads.push(`${request.method} ${request.url}`);
    response.writeHead(isQuery || request.method === 'OPTIONS' ? 200 : 404, headers).end(isQuery && request.method === 'POST' ? nothing : '');
  }).listen(0, '127.0.0.1', () => {
    const at = `http://127.0.0.1:${server.address().port}`;
    resolve({
      downloads,
      settings: { serviceUrl: `${at}/gallery`, itemUrl: `${at}/item`, resourceUrlTemplate: `${at}/{publisher}/{name}/{version}/{path}` },
      stop: () => { server.closeAllConnections(); server.close(); },
    });
  });
});
