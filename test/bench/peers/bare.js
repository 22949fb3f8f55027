import { createServer } from 'node:http';

// The least that Node can do: /600 reads the request body, and then sends a page of 600 bytes.
const pages = new Map();

createServer((request, response) => {
  const bytes = Number(request.url.slice(1));
  if (!pages.has(bytes)) pages.set(bytes, 'x'.repeat(bytes));
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes });
    response.end(pages.get(bytes));
  });
}).listen(process.env.PORT, process.env.HOST);
