using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Modules;

namespace Inox.Bundler.Linking;

/// <summary>
/// Turns the live statements of a module into what stands in its chunk: imports and exports are taken off, default exports get a
/// variable, the namespace object is made apart, and a wrapped module becomes a function. May run for many modules at once.
/// </summary>
internal sealed class LowerModule(Module module, Chunk chunk, LinkContext context)
{
    private readonly List<Statement> _output = [];

    public void Run()
    {
        if (module.AssetLiteral is { } literal) literal.Value = context.Paths.UrlFrom(chunk.Path, module.AssetPath!);
        if (module.KeepsForm)
        {
            module.Output = module.Program.Body;
            return;
        }
        RewriteRequests requests = new(module, chunk, context);
        if (requests.IsNeeded) requests.Run();
        if (module.Kind != ModuleKind.CommonJs && module.ExportsSymbol >= 0 && module.UsedSymbols.Contains(module.ExportsSymbol)) module.NamespaceOutput = MakeNamespace();
        if (module.Wrap == WrapKind.None) LowerStatements(_output);
        else if (module.Wrap == WrapKind.CommonJs) _output.Add(WrapCommonJs());
        else WrapEsm();
        if (context.Options.WritesEs5)
        {
            for (int i = 0; i < _output.Count; i++) _output[i] = LowerOwnCode.Run(_output[i]);
            if (module.NamespaceOutput is { } made) module.NamespaceOutput = LowerOwnCode.Run(made);
        }
        module.Output = [.. context.Options.MinifySyntax ? JoinDeclarations.Run(_output) : _output];
    }

    // What a module imports is evaluated before it, wherever the statement stands.
    private void LowerStatements(List<Statement> output)
    {
        Statement[] body = module.Program.Body;
        for (int i = 0; i < body.Length; i++)
            if (module.Statements[i].IsLive && IsRequest(body[i])) LowerImport(body[i], i, output);
        if (module.Wrap == WrapKind.Esm && context.IsSplitting) FillViews(output);
        for (int i = 0; i < body.Length; i++)
            if (module.Statements[i].IsLive && !IsRequest(body[i])) Lower(body[i], output);
    }

    private static bool IsRequest(Statement statement) => statement is ImportDeclaration or ExportAllDeclaration or ExportNamedDeclaration { Source: not null };

    private void Lower(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case ExportNamedDeclaration export:
                if (export.Declaration is not null) output.Add(export.Declaration);
                break;
            case ExportDefaultDeclaration { Declaration: Statement declaration }:
                output.Add(declaration);
                break;
            case ExportDefaultDeclaration { Declaration: Expression expression }:
                output.Add(new NodeFactory(module, statement.Span).Variable(module.NamedExports["default"].Symbol, expression));
                break;
            // a chunk has one head: "use strict" of a module says nothing new there
            case Directive or EmptyStatement:
                break;
            default:
                output.Add(statement);
                break;
        }
    }

    private void LowerImport(Statement statement, int index, List<Statement> output)
    {
        foreach (ImportRecord record in module.RecordsOf(index))
        {
            if (record.Kind != ImportRecordKind.Statement) continue;
            NodeFactory make = new(module, statement.Span);
            // for what is not wrapped the chunk does it: see OrderChunks
            if (module.Wrap != WrapKind.None) Evaluate(record, make, output);
            if (statement is ExportAllDeclaration { Exported: null }) AddStar(record, make, output);
        }
    }

    private void Evaluate(ImportRecord record, NodeFactory make, List<Statement> output)
    {
        if (context.Required.Of(record) is { } required)
        {
            if (required.Target is { IsLive: false }) return;
            int count = output.Count;
            AssignViews(required, make, output);
            if (output.Count == count) output.Add(make.Statement(Call(required, make)));
        }
        else if (record.Target is { IsLive: true, Wrap: WrapKind.Esm } target)
        {
            Expression call = make.Call(make.Reference(new SymbolRef(target, LinkSymbols.WrapperOf(target))));
            output.Add(make.Statement(target.IsAsync ? new AwaitExpression(call.Span, call) : call));
        }
    }

    // import_x = __toESM(require_x())
    private void AssignViews(RequiredModule required, NodeFactory make, List<Statement> output)
    {
        foreach ((ViewKind kind, SymbolRef symbol) in required.UsedViews())
        {
            Expression value = Call(required, make);
            if (kind != ViewKind.Exports)
            {
                IdentifierReference convert = make.Reference(context.RuntimeSymbol(RuntimeSource.ToEsm));
                value = kind == ViewKind.Node ? make.Call(convert, value, make.Number(1)) : make.Call(convert, value);
            }
            output.Add(make.Statement(make.Assign(make.Reference(symbol), value)));
        }
    }

    private Expression Call(RequiredModule required, NodeFactory make)
    {
        if (required.Target is { } target) return make.Call(make.Reference(new SymbolRef(target, LinkSymbols.WrapperOf(target))));
        Expression require = context.Options.Format == ModuleFormat.Iife ? make.Reference(context.RuntimeSymbol(RuntimeSource.Require)) : make.Global("require");
        return make.Call(require, make.Text(required.Path));
    }

    // export { a } from "./commonjs.js" in another chunk: that has a variable of its own, which this chunk cannot name
    private void FillViews(List<Statement> output)
    {
        HashSet<RequiredModule> direct = [], indirect = [];
        foreach (ImportRecord record in module.Records) if (context.Required.Of(record) is { } imported) direct.Add(imported);
        foreach (SymbolRef used in module.ForeignUses.OrderBy(used => used.Module.Index).ThenBy(used => used.Symbol))
            if (context.Required.FindByView(used) is { } named && !direct.Contains(named) && indirect.Add(named)) AssignViews(named, new(module, TextSpan.At(0)), output);
    }

    private void AddStar(ImportRecord record, NodeFactory make, List<Statement> output)
    {
        if (module.ExportsSymbol < 0 || !module.UsedSymbols.Contains(module.ExportsSymbol)) return;
        if (record.Target is null ? !record.IsExternal : !record.Target.HasDynamicExports) return;
        SymbolRef source = context.Required.Of(record) is { } required ? context.Required.ViewOf(required, ViewKind.Exports)
            : record.Target is { } target ? new(target, LinkSymbols.ExportsOf(target)) : new(module, LinkSymbols.NamespaceOf(module, record));
        output.Add(make.Statement(make.Call(make.Reference(context.RuntimeSymbol(RuntimeSource.ReExport)), make.Reference(module.ExportsSymbol), make.Reference(source))));
    }

    // var x_exports = __export({ __proto__: null }, { a: () => a })
    private VariableDeclaration MakeNamespace()
    {
        NodeFactory make = new(module, TextSpan.At(0));
        ObjectExpression target = new(TextSpan.At(0), [new Property(TextSpan.At(0), PropertyKind.Init, new IdentifierName(TextSpan.At(0), "__proto__"), new NullLiteral(TextSpan.At(0)))]);
        List<Node> getters = [];
        foreach ((string name, ExportTarget export) in module.ResolvedExports.OrderBy(export => export.Key, StringComparer.Ordinal))
            if (!export.IsAmbiguous) getters.Add(Getter(name, make.Arrow(make.Reference(new SymbolRef(export.Module, export.Symbol)))));
        ObjectExpression names = new(TextSpan.At(0), [.. getters]);
        CallExpression value = make.Call(make.Reference(context.RuntimeSymbol(RuntimeSource.Export)), target, names);
        return make.Variable(module.ExportsSymbol, value);
    }

    // { __proto__: … } would set the prototype: a computed key defines a property
    private static Property Getter(string name, Expression value)
    {
        TextSpan span = TextSpan.At(0);
        Node key = Identifiers.IsIdentifier(name) && name != "__proto__" ? new IdentifierName(span, name) : new StringLiteral(span, name);
        return new(span, PropertyKind.Init, key, value, isComputed: name == "__proto__");
    }

    // var require_x = __commonJS((exports, module) => { … })
    private VariableDeclaration WrapCommonJs()
    {
        NodeFactory make = new(module, TextSpan.At(0));
        List<Statement> body = [];
        Statement[] statements = module.Program.Body;
        foreach (Statement statement in statements) if (statement is Directive) body.Add(statement);
        for (int i = 0; i < statements.Length; i++) if (IsRequest(statements[i])) LowerImport(statements[i], i, body);
        if (context.IsSplitting) FillViews(body);
        foreach (Statement statement in statements)
            if (statement is not (EmptyStatement or Directive) && !IsRequest(statement)) body.Add(statement);
        FormalParameter[] parameters = [Parameter(module.ExportsParameter), Parameter(module.ModuleParameter)];
        if (!module.UsesModule) parameters = module.UsesExports ? parameters[..1] : [];
        BlockStatement block = new(TextSpan.At(0), [.. body]);
        Expression evaluate = module.UsesThis
            ? new FunctionExpression(TextSpan.At(0), null, null, parameters, null, block)
            : new ArrowFunctionExpression(TextSpan.At(0), null, parameters, null, block);
        CallExpression wrapper = make.Call(make.Reference(context.RuntimeSymbol(RuntimeSource.CommonJs)), evaluate);
        return make.Variable(module.WrapperSymbol, wrapper);
    }

    private FormalParameter Parameter(int symbol) =>
        new(TextSpan.At(0), [], new NodeFactory(module, TextSpan.At(0)).Binding(symbol), null, null);

    // var a; function f() {} var init_x = __esm(() => { a = 1 })
    private void WrapEsm()
    {
        List<Statement> statements = [];
        LowerStatements(statements);
        HoistBindings hoist = new();
        List<Statement> body = hoist.Run(statements, _output);
        NodeFactory make = new(module, TextSpan.At(0));
        BlockStatement block = new(TextSpan.At(0), [.. body]);
        ArrowFunctionExpression evaluate = new(TextSpan.At(0), null, [], null, block, module.IsAsync);
        _output.Add(make.Variable(module.WrapperSymbol, make.Call(make.Reference(context.RuntimeSymbol(RuntimeSource.Esm)), evaluate)));
    }
}
