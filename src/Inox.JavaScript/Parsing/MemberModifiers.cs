using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>The words in front of the name of a class member or parameter.</summary>
internal struct MemberModifiers
{
    public bool IsStatic;
    public bool IsAccessor;
    public bool IsAbstract;
    public bool IsOverride;
    public bool IsReadonly;
    public bool IsDeclare;
    public Accessibility Accessibility;
    public FunctionFlags Function;

    private readonly bool IsAsync => (Function & FunctionFlags.Async) != 0;

    /// <summary>Whether the word was taken already.</summary>
    public readonly bool Has(Token word) => word switch
    {
        Token.Static => IsStatic,
        Token.Abstract => IsAbstract,
        Token.Override => IsOverride,
        Token.Readonly => IsReadonly,
        Token.Accessor => IsAccessor,
        Token.Declare => IsDeclare,
        Token.Async => IsAsync,
        Token.Public or Token.Protected or Token.Private => Accessibility != Accessibility.None,
        _ => false,
    };

    public void Add(Token word)
    {
        switch (word)
        {
            case Token.Static: IsStatic = true; break;
            case Token.Abstract: IsAbstract = true; break;
            case Token.Override: IsOverride = true; break;
            case Token.Readonly: IsReadonly = true; break;
            case Token.Accessor: IsAccessor = true; break;
            case Token.Declare: IsDeclare = true; break;
            case Token.Async: Function |= FunctionFlags.Async; break;
            case Token.Public: Accessibility = Accessibility.Public; break;
            case Token.Protected: Accessibility = Accessibility.Protected; break;
            case Token.Private: Accessibility = Accessibility.Private; break;
        }
    }

    /// <summary>A word that was taken already and should have come behind <paramref name="word"/>; null when the order is right.</summary>
    public readonly string? FindLater(Token word) => word switch
    {
        Token.Public or Token.Protected or Token.Private =>
            IsStatic ? "static" : IsOverride ? "override" : IsAbstract ? "abstract" : IsReadonly ? "readonly" : IsAccessor ? "accessor" : IsAsync ? "async" : null,
        Token.Static or Token.Abstract => IsOverride ? "override" : IsReadonly && word == Token.Static ? "readonly" : IsAccessor ? "accessor" : IsAsync ? "async" : null,
        Token.Override => IsReadonly ? "readonly" : IsAccessor ? "accessor" : IsAsync ? "async" : null,
        _ => null,
    };

    /// <summary>A word that was taken already and excludes <paramref name="word"/>; null when none does.</summary>
    public readonly string? FindConflict(Token word) => word switch
    {
        Token.Private or Token.Static => IsAbstract ? "abstract" : null,
        Token.Abstract => IsStatic ? "static" : Accessibility == Accessibility.Private ? "private" : IsAsync ? "async" : null,
        Token.Async => IsAbstract ? "abstract" : IsDeclare ? "declare" : null,
        Token.Override => IsDeclare ? "declare" : null,
        Token.Declare => IsOverride ? "override" : IsAccessor ? "accessor" : IsAsync ? "async" : null,
        Token.Readonly => IsAccessor ? "accessor" : null,
        Token.Accessor => IsReadonly ? "readonly" : IsDeclare ? "declare" : null,
        _ => null,
    };
}
