// What a page does wrong while it is open: messages on its console, exceptions, violations of its policy, requests to other hosts, and
// requests that fail.

/** Watches a page of the server at base, and answers the list of its faults, which grows. */
export function watch(page, base) {
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A link that is saved as a file, and a page that is left, end a request on purpose.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      faults.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== base) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  return faults;
}
