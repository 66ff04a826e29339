using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Removes what TypeScript adds to JavaScript: types, ambient declarations, overloads, modifiers; parameter properties become fields and
/// assignments; imports that no value uses are dropped, as are exports of types, file by file as under <c>isolatedModules</c>.
/// </summary>
internal sealed class RemoveTypes : TransformPass
{
    public override bool Applies(TransformContext context) => context.IsTypeScript;

    public override void Run(TransformContext context)
    {
        TypeEraser eraser = new(context);
        eraser.Visit(context.Program);
        new ModuleElision(context, eraser).Run();
        context.IsModelStale = true;
    }
}
