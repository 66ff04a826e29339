using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// Walks a tree once. It opens scopes (numbered in source order, so that a scope and its descendants are a range), declares the
/// names of each, and notes every use of a name with its scope; <see cref="ReferenceResolver"/> then gives each use its symbol. Blocks that declare
/// nothing get no scope.
/// </summary>
internal sealed partial class Binder : SyntaxVisitor
{
    private readonly SemanticModel _model;
    private readonly SemanticOptions _options;
    private readonly NameTable _names = NameTable.Rent();
    private readonly DeclarationChecker? _checker;
    private readonly List<TopLevelDeclaration> _topLevel = [];
    private readonly List<AnnexBFunction> _annexB = [];

    // By symbol: the id of its name, and the symbol of the same name that was declared before.
    private Table<SymbolName> _symbolNames;

    // By name: the last symbol declared.
    private Table<int> _lastOfName = new(256);

    private int _scope = -1;

    // The conditional type whose `extends` is visited, where `infer` declares.
    private int _inferScope = -1;
    private Node? _exported;
    private bool _isAmbient;
    private int _statement;
    private ReferenceFlags _context = ReferenceFlags.Read;

    public Binder(SemanticModel model, SemanticOptions options)
    {
        _model = model;
        _symbolNames = new(model.SymbolTable.Capacity);
        _options = options;
        _isAmbient = options.Language == Language.Declarations;
        if (options.CheckDeclarations) _checker = new(options);
    }

    public void Finish()
    {
        HoistAnnexBFunctions();
        ReferenceResolver.Resolve(_model, _names.Count, _symbolNames.Span);
        KeepNamesForEval();
        _topLevel.Sort((a, b) => a.Statement != b.Statement ? a.Statement.CompareTo(b.Statement) : a.Symbol.CompareTo(b.Symbol));
        _model.TopLevelDeclarations = [.. _topLevel];
        if (_checker is not null) _model.Diagnostics = _checker.Finish(_model);
        _names.Return();
        _symbolNames.Release();
        _lastOfName.Release();
    }

    protected override void VisitProgram(Program node)
    {
        ScopeKind kind = node.SourceType == SourceType.Script ? ScopeKind.Global : ScopeKind.Module;
        node.ScopeId = OpenScope(kind, node, node.SourceType == SourceType.Module || HasUseStrict(node.Body));
        int[] starts = new int[node.Body.Length + 1];
        for (int i = 0; i < node.Body.Length; i++)
        {
            starts[i] = _model.ReferenceTable.Count;
            _statement = i;
            Visit(node.Body[i]);
        }
        starts[^1] = _model.ReferenceTable.Count;
        _model.StatementReferenceStarts = starts;
        CloseScope();
    }

    private int OpenScope(ScopeKind kind, Node node, bool isStrict = false)
    {
        bool outerStrict = _scope >= 0 && _model.ScopeTable[_scope].IsStrict;
        bool insideWith = _scope >= 0 && _model.ScopeTable[_scope].IsInsideWith;
        _scope = _model.ScopeTable.Add(new()
        {
            Kind = kind, Node = node, Parent = _scope, IsStrict = outerStrict || isStrict, IsInsideWith = insideWith || kind == ScopeKind.With,
            LastSymbol = -1, FirstSymbol = _model.SymbolTable.Count,
        });
        return _scope;
    }

    private void CloseScope()
    {
        ref Scope scope = ref _model.ScopeTable[_scope];
        scope.LastDescendant = _model.ScopeTable.Count - 1;
        _scope = scope.Parent;
    }

    private int FindVarScope()
    {
        int scope = _scope;
        while (!_model.ScopeTable[scope].IsVarScope) scope = _model.ScopeTable[scope].Parent;
        return scope;
    }

    private static bool HasUseStrict(Statement[] body)
    {
        foreach (Statement statement in body)
        {
            if (statement is not Directive directive) return false;
            if (directive.Raw == "use strict") return true;
        }
        return false;
    }

    private void KeepNamesForEval()
    {
        foreach (ref readonly Scope scope in _model.Scopes)
        {
            if (!scope.ContainsDirectEval) continue;
            for (int id = scope.LastSymbol; id >= 0; id = _model.SymbolTable[id].NextInScope) _model.SymbolTable[id].Flags |= SymbolFlags.KeepName;
        }
    }
}

/// <summary>A symbol's name, and the symbol of that name declared before it (-1 for none).</summary>
internal readonly record struct SymbolName(int Name, int Previous);

/// <summary>A function declared in a block of sloppy code, which may be a <c>var</c> of the function around it (ECMA-262 B.3.2).</summary>
internal readonly record struct AnnexBFunction(int Symbol, int VarScope, int Statement);
