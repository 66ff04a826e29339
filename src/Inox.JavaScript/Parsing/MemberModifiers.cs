using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>The words in front of the name of a class member.</summary>
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
}
