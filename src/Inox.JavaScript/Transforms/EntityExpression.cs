using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>The expression that an entity name `A.B.C` is at run time.</summary>
internal static class EntityExpression
{
    public static Expression From(Node name) => name is TSQualifiedName qualified
        ? new MemberExpression(qualified.Span, From(qualified.Left), qualified.Right)
        : (Expression)name;
}
