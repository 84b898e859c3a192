// PostGraphile over the benchmark's database, as fast as its documentation says that it can be made to run: one
// process, a pool of 16, no explorer, no watching. server.mjs ADDRESS-OF-THE-DATABASE PORT
import { createServer } from "node:http";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";

const [database, port] = process.argv.slice(2);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  // The filter plugin hides columns without an index of their own, the text of resolutions among them.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: database, schemas: ["public", "bench"], poolConfig: { max: 16 } })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
});

await instance.getSchema(); // so that what is wrong is said now
const server = createServer();
server.on("error", (e) => {
  console.error(e);
  process.exit(1);
});
const serve = instance.createServ(grafserv);
await serve.addTo(server);
await serve.ready();
server.listen(Number(port), "127.0.0.1", () => console.log("ready"));
