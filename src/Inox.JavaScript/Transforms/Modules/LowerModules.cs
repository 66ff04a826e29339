using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>Turns a file that is an ES module into another format: CommonJS, AMD, UMD or SystemJS. It comes before syntax is lowered, as it writes some.</summary>
internal sealed class LowerModules : TransformPass
{
    public override bool Applies(TransformContext context) => context.Options.Modules != FileFormat.Keep;

    public override void Run(TransformContext context)
    {
        Program program = context.Program;
        FileFormat output = context.Options.Modules;
        if (program.SourceType == SourceType.CommonJs && output is FileFormat.Amd or FileFormat.Umd)
        {
            program.Body = new AmdForm(context, isUniversal: output == FileFormat.Umd).WriteCommonJs(program.Body);
            program.SourceType = SourceType.Script;
            context.IsModelStale = true;
        }
        if (program.SourceType != SourceType.Module) return;
        if ((context.Features & ProgramFeatures.TopLevelAwait) != 0 && output != FileFormat.System) context.Report(TransformDiagnostics.TopLevelAwait, FindAwait.In(program), NameOf(output));
        ModuleForm form = output switch
        {
            FileFormat.CommonJs => new CommonJsForm(context),
            FileFormat.System => new SystemForm(context),
            _ => new AmdForm(context, isUniversal: output == FileFormat.Umd),
        };
        ModuleShape shape = new(context, form);
        program.Body = form.Write(shape, new ModuleNames(context, shape, form).Rewrite(shape.Body));
        program.SourceType = output == FileFormat.CommonJs ? SourceType.CommonJs : SourceType.Script;
        if (output == FileFormat.CommonJs) context.CommonJsModule = shape;
        context.IsModelStale = true;
    }

    private static string NameOf(FileFormat output) => output switch { FileFormat.CommonJs => "cjs", FileFormat.Amd => "amd", _ => "umd" };

    private sealed class FindAwait : SyntaxVisitor
    {
        private TextSpan? _found;

        public static TextSpan In(Program program)
        {
            FindAwait search = new();
            search.Visit(program);
            return search._found ?? TextSpan.At(0);
        }

        protected override void VisitAwaitExpression(AwaitExpression node) => _found ??= node.Span;

        protected override void VisitForOfStatement(ForOfStatement node)
        {
            if (node.IsAwait) _found ??= node.Span;
            base.VisitForOfStatement(node);
        }

        protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

        protected override void VisitFunctionExpression(FunctionExpression node) { }

        protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) { }
    }
}
