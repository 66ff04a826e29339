using Inox.Core;

namespace Inox.JavaScript.Syntax;

/// <summary>
/// A node of the tree of JavaScript, TypeScript and JSX. Trees are mutable and belong to whoever parsed them: passes replace children in
/// place. A node made by a pass takes the span of what it came from, so that source maps lead there.
/// </summary>
public abstract class Node(NodeKind kind, TextSpan span)
{
    /// <summary>Offset of the first UTF-16 code unit in the source.</summary>
    public int Start = span.Start;

    /// <summary>Offset behind the last UTF-16 code unit in the source.</summary>
    public int End = span.End;

    /// <summary>Which class this is.</summary>
    public readonly NodeKind Kind = kind;

    public TextSpan Span => new(Start, End);

    /// <summary>The direct children in the order of the grammar, holes left out.</summary>
    public List<Node> GetChildren()
    {
        List<Node> children = [];
        NodeChildren.AddTo(this, children);
        return children;
    }

    public override string ToString() => $"{Kind} {Start}..{End}";
}

public abstract class Statement(NodeKind kind, TextSpan span) : Node(kind, span);

public abstract class Expression(NodeKind kind, TextSpan span) : Node(kind, span);

/// <summary>What a binding or a destructuring assignment takes apart, and <see cref="BindingIdentifier"/>.</summary>
public abstract class Pattern(NodeKind kind, TextSpan span) : Node(kind, span);

public abstract class ClassElement(NodeKind kind, TextSpan span) : Node(kind, span);

/// <summary>One entry between the braces of an import or export.</summary>
public abstract class ModuleSpecifier(NodeKind kind, TextSpan span) : Node(kind, span);

public abstract class TSType(NodeKind kind, TextSpan span) : Node(kind, span);

/// <summary>A member of an interface or a type literal.</summary>
public abstract class TSTypeElement(NodeKind kind, TextSpan span) : Node(kind, span);
