using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>Whether a class or one of its members is decorated.</summary>
internal static class ClassDecorators
{
    public static bool AreIn(IClass node)
    {
        if (node.Decorators.Length > 0) return true;
        foreach (ClassElement element in node.Body.Body)
            if (element is MethodDefinition { Decorators.Length: > 0 } or PropertyDefinition { Decorators.Length: > 0 }) return true;
        return false;
    }
}
