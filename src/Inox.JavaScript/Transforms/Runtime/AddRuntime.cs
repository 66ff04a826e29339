using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Runtime;

/// <summary>Brings the functions of the runtime that a file calls into it, behind its directives and imports, or leaves them to the linker.</summary>
internal sealed class AddRuntime : TransformPass
{
    public override bool Applies(TransformContext context) => !context.Runtime.IsEmpty;

    public override void Run(TransformContext context)
    {
        context.IsModelStale = true;
        if (context.Options.SharesHelpers)
        {
            foreach (string name in context.Runtime.Names) context.SharedHelpers.Add(Localize(context, name), name);
            return;
        }
        Program program = context.Program;
        int place = 0;
        while (place < program.Body.Length && program.Body[place] is Directive or ImportDeclaration) place++;
        program.Body = [.. program.Body[..place], .. Copy(context), .. program.Body[place..]];
    }

    private static List<Statement> Copy(TransformContext context)
    {
        List<RuntimeFunction> functions = RuntimeLibrary.Closure(context.Runtime.Names);
        Dictionary<string, string> renamed = [];
        HashSet<string> called = [.. context.Runtime.Names];
        foreach (RuntimeFunction function in functions)
        {
            string local = called.Contains(function.Name) ? Localize(context, function.Name) : context.NewName(function.Name);
            if (local != function.Name) renamed.Add(function.Name, local);
        }
        List<Statement> statements = [];
        foreach (RuntimeFunction function in functions)
        {
            Program parsed = JsParser.Parse(new SourceText(RuntimeLibrary.FileName, function.Text), new ParseOptions { KeepComments = false }).Program;
            foreach (Statement statement in parsed.Body) Adopt(statement, renamed);
            statements.AddRange(parsed.Body);
        }
        return statements;
    }

    private static string Localize(TransformContext context, string name)
    {
        string local = context.NewName(name);
        context.Runtime.Rename(name, local);
        return local;
    }

    // The places of the runtime's text are none of the file; functions get the names they have there.
    private static void Adopt(Node node, Dictionary<string, string> renamed)
    {
        node.Start = node.End = 0;
        if (node is BindingIdentifier binding && renamed.TryGetValue(binding.Name, out string? local)) binding.Name = local;
        else if (node is IdentifierReference reference && renamed.TryGetValue(reference.Name, out local)) reference.Name = local;
        foreach (Node child in node.GetChildren()) Adopt(child, renamed);
    }
}
