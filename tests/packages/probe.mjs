// Run in a process of its own, which a broken bundle may bring down: imports one module, and tells the parent the type
// of each export and the value of each expression.
process.once('message', async ({ target, expressions }) => {
  try {
    const ns = await import(target);
    const values = [];
    for (const expression of expressions) values.push(await evaluate(ns, expression));
    process.send({ types: exportTypes(ns), values }, () => process.exit());
  } catch (error) {
    process.send({ error: firstLines(error) }, () => process.exit());
  }
});

async function evaluate(ns, expression) {
  try {
    return JSON.stringify(await new Function('ns', `return ${expression}`)(ns)) ?? 'undefined';
  } catch (error) {
    return `threw ${error}`;
  }
}

// Newer versions of Node add the name `module.exports` to what they see of CommonJS.
function exportTypes(ns) {
  return Object.fromEntries(Object.keys(ns).filter(name => name !== 'module.exports').map(name => [name, typeof ns[name]]));
}

function firstLines(error) {
  return String(error?.stack ?? error).split('\n').slice(0, 4).join(' | ');
}
