using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

/// <summary>Files that do not say whether they are scripts or modules.</summary>
public sealed class GoalTests
{
    public static TheoryData<string, SourceType, string> Rows => new()
    {
        { "a", SourceType.Script, "" },
        { "import 'a'", SourceType.Module, "" },
        { "export {}", SourceType.Module, "" },
        { "import.meta", SourceType.Module, "" },
        { "import('a')", SourceType.Script, "" },
        { "await a", SourceType.Module, "" },
        { "await (a)", SourceType.Script, "" },
        { "await (a); import 'b'", SourceType.Module, "" },
        { "var await", SourceType.Script, "" },
        { "var await; export {}", SourceType.Module, "IX1103@4..9" },
        { "() => await a", SourceType.Script, "IX1105@6..11" },
        { "for await (a of b) c", SourceType.Module, "" },
        { "with (a) b", SourceType.Script, "" },
        { "with (a) b; export {}", SourceType.Module, "IX1120@0..4" },
        { "010", SourceType.Script, "" },
        { "010; export {}", SourceType.Module, "IX1015@0..3" },
        { "function f(a, a) {} export {}", SourceType.Module, "IX1129@14..15" },
        { "delete a; import 'b'", SourceType.Module, "IX1118@7..8" },
        { "var let; import 'b'", SourceType.Module, "IX1100@4..7" },
        { "<!-- a", SourceType.Script, "" },
        { "<!-- a\nimport 'b'", SourceType.Module, "IX1135@0..4" },
        { "if (a) { await b }", SourceType.Module, "" },
        { "using a = b", SourceType.Script, "" },
        { "await using a = b", SourceType.Module, "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decides_itself(string source, SourceType goal, string errors)
    {
        ParseResult result = Check.Parse(source);
        Assert.Equal((goal, errors), (result.Program.SourceType, Check.Errors(result)));
    }

    [Theory]
    [InlineData("return a", "")]
    [InlineData("new.target", "")]
    [InlineData("if (a) return", "")]
    [InlineData("await", "")]
    [InlineData("await a", "IX1105@0..5")]
    [InlineData("import 'a'", "IX1201@0..6")]
    [InlineData("super.a", "IX1116@0..5")]
    [InlineData("with (a) b", "")]
    public void A_CommonJs_file_is_the_body_of_a_function(string source, string errors) =>
        Check.Errors(source, errors, new() { SourceType = SourceType.CommonJs });

    [Fact]
    public void Return_may_be_allowed_outside_functions() => Check.Errors("return", "", new() { AllowReturnOutsideFunction = true });

    [Fact]
    public void Notes_what_a_file_contains()
    {
        ParseResult result = Check.Parse("import a from 'b'; with_; import('c'); eval(a); @d class E {} { using f = g } import.meta");
        Assert.Equal(
            ProgramFeatures.ImportOrExport | ProgramFeatures.DynamicImport | ProgramFeatures.DirectEval | ProgramFeatures.Decorators | ProgramFeatures.Using | ProgramFeatures.ImportMeta,
            result.Features);
    }
}
