using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>Replaces <c>require()</c>, <c>import()</c> and <c>new URL()</c> by what they lead to in the output.</summary>
internal sealed class RewriteRequests : SyntaxRewriter
{
    private readonly Module _module;
    private readonly LinkContext _context;
    private readonly Chunk _chunk;
    private readonly Dictionary<Node, ImportRecord> _records = [];
    private readonly Dictionary<Node, GlobRequest> _globs = [];
    private int _functions;

    public RewriteRequests(Module module, Chunk chunk, LinkContext context)
    {
        _module = module;
        _chunk = chunk;
        _context = context;
        foreach (ImportRecord record in module.Records)
            if (record.Kind != ImportRecordKind.Statement && record is { Node: not null, Glob: null } && module.Statements[record.Statement].IsLive) _records.Add(record.Node, record);
        foreach (GlobRequest glob in module.Globs)
            if (glob.Matches.Count > 0 && module.Statements[glob.Statement].IsLive) _globs.Add(glob.Node, glob);
    }

    public bool IsNeeded => _records.Count + _globs.Count > 0 || _context.Options.Format != ModuleFormat.Esm && (_module.UsesImportMeta || RewritesThis);

    private bool RewritesThis => _module.Kind != ModuleKind.CommonJs && _module.UsesThis && _context.Options.Format != ModuleFormat.Esm;

    public void Run()
    {
        Statement[] body = _module.Program.Body;
        for (int i = 0; i < body.Length; i++)
            if (_module.Statements[i].IsLive) body[i] = VisitStatement(body[i]);
    }

    protected override Node? VisitCallExpression(CallExpression node)
    {
        if (_globs.TryGetValue(node, out GlobRequest? glob)) return ToTable(glob, VisitRequired(node.Arguments[0]));
        if (!_records.TryGetValue(node, out ImportRecord? record)) return base.VisitCallExpression(node);
        NodeFactory make = new(_module, node.Span);
        if (record.Target is { } target && record.Kind != ImportRecordKind.RequireResolve) return Required(target, make);
        if (record.IsExternal) node.Arguments = [make.Text(record.ExternalPath)];
        return node;
    }

    private CallExpression Required(Module target, NodeFactory make)
    {
        CallExpression evaluate = make.Call(make.Reference(new SymbolRef(target, LinkSymbols.WrapperOf(target))));
        if (target.Kind == ModuleKind.CommonJs) return evaluate;
        Expression space = make.Reference(new SymbolRef(target, LinkSymbols.ExportsOf(target)));
        return make.Call(make.Reference(_context.RuntimeSymbol(RuntimeSource.ToCommonJs)), make.Sequence(evaluate, space));
    }

    // require(`./${name}.js`): __glob({ "./a.js": () => require_a() })(`./${name}.js`)
    private CallExpression ToTable(GlobRequest glob, Expression request)
    {
        NodeFactory make = new(_module, glob.Span);
        List<Node> files = [];
        foreach ((string text, ImportRecord record) in glob.Matches)
        {
            if (record.Target is not { } target) continue;
            Expression value = glob.Kind == ImportRecordKind.Require ? Required(target, make) : Imported(target, new(glob.Span, make.Text(text), null), make);
            files.Add(new Property(glob.Span, PropertyKind.Init, make.Text(text), make.Arrow(value)));
        }
        IdentifierReference table = make.Reference(_context.RuntimeSymbol(RuntimeSource.Glob));
        ObjectExpression known = new(glob.Span, [.. files]);
        return make.Call(glob.Kind == ImportRecordKind.Require ? make.Call(table, known) : make.Call(table, known, make.Number(1)), request);
    }

    protected override Node? VisitImportExpression(ImportExpression node)
    {
        if (_globs.TryGetValue(node, out GlobRequest? glob)) return ToTable(glob, VisitRequired(node.Source));
        if (!_records.TryGetValue(node, out ImportRecord? record)) return base.VisitImportExpression(node);
        NodeFactory make = new(_module, node.Span);
        return record.Target is { } target ? Imported(target, node, make) : RewriteExternal(node, record, make);
    }

    private Expression Imported(Module target, ImportExpression node, NodeFactory make)
    {
        if (_context.IsSplitting)
        {
            Chunk loaded = _context.ChunkOfEntry[target];
            node.Source = make.Text(OutputPaths.ToImport(_chunk.Path, loaded.Path));
            node.Options = null;
            Expression import = target.Kind == ModuleKind.CommonJs ? UnwrapDefault(node, make) : node;
            return LoadStylesBefore(import, loaded, make);
        }
        CallExpression evaluate = make.Call(make.Reference(new SymbolRef(target, LinkSymbols.WrapperOf(target))));
        if (target.Kind == ModuleKind.CommonJs) return make.Later(ToEsm(make, evaluate));
        Expression space = make.Reference(new SymbolRef(target, LinkSymbols.ExportsOf(target)));
        return target.IsAsync ? make.Call(make.Member(evaluate, "then"), make.Arrow(space)) : make.Later(make.Sequence(evaluate, space));
    }

    // The styles of a chunk that is loaded on demand come first: __loadStyles([…]).then(() => import("./page.js"))
    private Expression LoadStylesBefore(Expression import, Chunk loaded, NodeFactory make)
    {
        Expression[] urls = [.. loaded.StylesToLoad.Select(style => UrlOf(style, make))];
        if (urls.Length == 0 || _context.Options.Platform != Platform.Browser) return import;
        CallExpression load = make.Call(make.Reference(_context.RuntimeSymbol(RuntimeSource.LoadStyles)), new ArrayExpression(import.Span, urls));
        return make.Call(make.Member(load, "then"), make.Arrow(import));
    }

    private Expression UrlOf(string style, NodeFactory make)
    {
        StringLiteral url = make.Text(_context.Paths.UrlFrom(_chunk.Path, style));
        return _context.Options.PublicPath.Length > 0 ? url : make.UrlOf(url);
    }

    /// <summary>A CommonJS output that does not run under Node has no <c>import()</c>: the module is required, later.</summary>
    public static bool RequiresDynamic(BuildOptions options) => options.Format == ModuleFormat.CommonJs && options.Platform != Platform.Node;

    private Expression RewriteExternal(ImportExpression node, ImportRecord record, NodeFactory make)
    {
        if (!record.IsExternal) return node;
        node.Source = make.Text(record.ExternalPath);
        if (!RequiresDynamic(_context.Options)) return node;
        return make.Later(ToEsm(make, make.Call(make.Global("require"), make.Text(record.ExternalPath))));
    }

    // import("./chunk.js").then(m => __toESM(m.default))
    private CallExpression UnwrapDefault(ImportExpression node, NodeFactory make)
    {
        IdentifierReference loaded = make.Global("m");
        ArrowFunctionExpression unwrap = make.Arrow(ToEsm(make, make.Member(loaded, "default")));
        unwrap.Parameters = [new(node.Span, [], new BindingIdentifier(node.Span, "m"), null, null)];
        return make.Call(make.Member(node, "then"), unwrap);
    }

    private Expression ToEsm(NodeFactory make, Expression value)
    {
        IdentifierReference convert = make.Reference(_context.RuntimeSymbol(RuntimeSource.ToEsm));
        return _module.UsesNodeInterop ? make.Call(convert, value, make.Number(1)) : make.Call(convert, value);
    }

    protected override Node? VisitNewExpression(NewExpression node)
    {
        if (!_records.TryGetValue(node, out ImportRecord? record) || record.Target is not { } target) return base.VisitNewExpression(node);
        node.Arguments[0] = new NodeFactory(_module, node.Arguments[0].Span).Text(target.InlineUrl ?? OutputPaths.ToImport(_chunk.Path, target.AssetPath!) + record.Suffix);
        return node;
    }

    protected override Node? VisitMetaProperty(MetaProperty node)
    {
        if (_context.Options.Format == ModuleFormat.Esm || node.Meta.Name != "import") return node;
        return new NodeFactory(_module, node.Span).Reference(_context.RuntimeSymbol(RuntimeSource.ImportMeta));
    }

    // The `this` of an ES module is undefined, wherever its code is put.
    protected override Node? VisitThisExpression(ThisExpression node) => RewritesThis && _functions == 0
        ? new UnaryExpression(node.Span, UnaryOperator.Void, new NumericLiteral(node.Span, 0))
        : node;

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node) => Inside(() => base.VisitFunctionDeclaration(node));

    protected override Node? VisitFunctionExpression(FunctionExpression node) => Inside(() => base.VisitFunctionExpression(node));

    // class { [this.x] = this.x }: the key has the `this` around the class
    protected override Node? VisitPropertyDefinition(PropertyDefinition node)
    {
        node.Decorators = VisitList(node.Decorators);
        if (node.IsComputed) node.Key = VisitRequired(node.Key);
        _functions++;
        node.Value = VisitOptional(node.Value);
        _functions--;
        return node;
    }

    protected override Node? VisitStaticBlock(StaticBlock node) => Inside(() => base.VisitStaticBlock(node));

    private Node? Inside(Func<Node?> visit)
    {
        _functions++;
        Node? result = visit();
        _functions--;
        return result;
    }
}
