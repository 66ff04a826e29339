using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// Scopes, symbols and references of one tree, in tables indexed by id. Ids are stored in the nodes: <c>ScopeId</c> of what opens a
/// scope, <c>SymbolId</c> of <see cref="BindingIdentifier"/> and <see cref="IdentifierReference"/> (-1 for an unresolved global). A tree that was changed wants a
/// new model. Made by <see cref="SemanticAnalyzer"/>; passes may add symbols. Not safe for concurrent writers.
/// </summary>
public sealed partial class SemanticModel
{
    internal Table<Scope> ScopeTable;
    internal Table<Symbol> SymbolTable;
    internal Table<Reference> ReferenceTable;

    internal List<Redeclaration> RedeclarationList = [];

    // Code without white space has a scope in 150 characters, a symbol in 50 and a reference in 15; what is not used of a large array costs nothing.
    internal SemanticModel(Program program)
    {
        Program = program;
        int length = program.End - program.Start;
        ScopeTable = new(64 + length / 150);
        SymbolTable = new(64 + length / 50);
        ReferenceTable = new(64 + length / 15);
    }

    /// <summary>A model in the memory of one that is of no use any more: the tables of a large file are as large as its tree.</summary>
    internal SemanticModel(SemanticModel replaced)
    {
        Program = replaced.Program;
        ScopeTable = replaced.ScopeTable.Take();
        SymbolTable = replaced.SymbolTable.Take();
        ReferenceTable = replaced.ReferenceTable.Take();
    }

    public Program Program { get; }

    public int ScopeCount => ScopeTable.Count;

    public int SymbolCount => SymbolTable.Count;

    public ReadOnlySpan<Scope> Scopes => ScopeTable.Span;

    public ReadOnlySpan<Symbol> Symbols => SymbolTable.Span;

    /// <summary>All references in the order of the source.</summary>
    public ReadOnlySpan<Reference> References => ReferenceTable.Span;

    /// <summary>The declarations of each symbol but its first, in the order of the source: <c>var x; var x</c>, overloads, merged interfaces.</summary>
    public ReadOnlySpan<Redeclaration> Redeclarations => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(RedeclarationList);

    /// <summary>
    /// For each top-level statement the index of its first reference, and one more entry for the end: the references of
    /// statement i are <c>References[starts[i]..starts[i + 1]]</c>.
    /// </summary>
    public int[] StatementReferenceStarts { get; internal set; } = [];

    /// <summary>
    /// The symbols of the outermost scope with the index of the top-level statement that declares each, in order of statements; a symbol
    /// that several statements declare (<c>var x; var x</c>) comes up for each of them.
    /// </summary>
    public TopLevelDeclaration[] TopLevelDeclarations { get; internal set; } = [];

    /// <summary>Where symbols are declared that belong to a scope further out: the <c>var</c> of an inner block, a function that sloppy code hoists.</summary>
    public IReadOnlyList<HoistedDeclaration> HoistedDeclarations => Hoisted;

    internal List<HoistedDeclaration> Hoisted { get; } = [];

    /// <summary>Redeclarations and exports of nothing; empty unless they were asked for.</summary>
    public Diagnostic[] Diagnostics { get; internal set; } = [];

    /// <summary>Gives rented memory back: of a model that stays, as the one after it would take that memory over.</summary>
    internal void SettleTables()
    {
        ScopeTable.Settle();
        SymbolTable.Settle();
        ReferenceTable.Settle();
    }

    public ref Scope GetScope(int id) => ref ScopeTable[id];

    public ref Symbol GetSymbol(int id) => ref SymbolTable[id];

    public ref Reference GetReference(int id) => ref ReferenceTable[id];

    /// <summary>The symbol of that name declared in the scope itself, -1 when there is none. Linear in the symbols of the scope.</summary>
    public int FindInScope(int scope, string name)
    {
        for (int id = ScopeTable[scope].LastSymbol; id >= 0; id = SymbolTable[id].NextInScope)
            if (SymbolTable[id].Name == name) return id;
        return -1;
    }

    /// <summary>The names that no scope of the file declares, each with the indexes of its references; types are left out.</summary>
    public Dictionary<string, List<int>> FindGlobals()
    {
        Dictionary<string, List<int>> globals = [];
        for (int id = 0; id < ReferenceTable.Count; id++)
        {
            ref Reference reference = ref ReferenceTable[id];
            if (reference.Symbol >= 0 || (reference.Flags & (ReferenceFlags.Type | ReferenceFlags.TypeQuery)) != 0) continue;
            if (!globals.TryGetValue(reference.Node.Name, out List<int>? uses)) globals[reference.Node.Name] = uses = [];
            uses.Add(id);
        }
        return globals;
    }

    /// <summary>Adds a symbol that a pass makes; its declaration may come later.</summary>
    public int AddSymbol(int scope, string name, SymbolFlags flags, BindingIdentifier? declaration = null)
    {
        int id = SymbolTable.Add(new()
        {
            Name = name, Flags = flags | SymbolFlags.Synthetic, Scope = scope, Declaration = declaration, NextInScope = ScopeTable[scope].LastSymbol,
        });
        ScopeTable[scope].LastSymbol = id;
        if (declaration is not null) declaration.SymbolId = id;
        return id;
    }
}

/// <summary>A further declaration of a symbol.</summary>
public readonly record struct Redeclaration(int Symbol, BindingIdentifier Node);

public readonly record struct TopLevelDeclaration(int Statement, int Symbol);

/// <summary>A declaration of a symbol in a scope inside of its own: no scope from there outwards may give its name to another.</summary>
public readonly record struct HoistedDeclaration(int Symbol, int Scope);
