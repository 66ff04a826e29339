using System.Text;

namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>
/// Writes random programs that end and call <c>log</c> with what they compute, so that two forms of one can be compared by running them. Functions call only
/// functions before them, or themselves a few times, loops count to three. What makes minifying hard comes up often: writes between reads, closures over loops, getters, temporal dead
/// zones, calls whose order shows, early returns. What is lowered to ES5 leaves out what has no older form: reads from a function before a `let` has its value, and
/// `arguments` beside parameters with defaults, which sloppy ES5 ties to them.
/// </summary>
internal sealed partial class RunnableGenerator(int seed, bool isLowered)
{
    private static readonly string[] s_values = ["0", "1", "2", "-1", "0.5", "'a'", "''", "'1'", "null", "undefined", "true", "false", "NaN", "[]", "[1]", "({})"];
    private static readonly string[] s_operators = ["+", "-", "*", "===", "!==", "==", "!=", "<", ">", "&&", "||", "&", "|", ","];
    private static readonly string[] s_assignments = ["=", "=", "+=", "-=", "||=", "&&=", "??="];

    private readonly Random _random = new(seed);
    private int _names;

    /// <summary>The names that may be read, written and called at a place.</summary>
    private sealed record Place(List<string> Read, List<string> Written, List<string> Functions, bool IsInFunction, bool IsInLoop)
    {
        public Place Inner() => this with { Read = [.. Read], Written = [.. Written], Functions = [.. Functions] };

        public Place Function(params string[] parameters) => new([.. Read, .. parameters], [.. Written, .. parameters], [.. Functions], true, false);

        public void Declare(string name, bool isWritten = true)
        {
            Read.Add(name);
            if (isWritten) Written.Add(name);
        }
    }

    public string Generate() => $"(function () {{\nvar pending = Promise.resolve();\ntry {{\n{Statements(new([], [], [], true, false), 8, 3)}}} catch (error) {{ log(error.name); }}\n}})();\n";

    private int Pick(int count) => _random.Next(count);

    private string Pick(IReadOnlyList<string> list) => list[Pick(list.Count)];

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string NewName(string kind) => $"{kind}{++_names}";

    private string Statements(Place outer, int count, int depth)
    {
        Place place = outer.Inner();
        StringBuilder text = new();
        for (int i = 0; i < count; i++) text.Append(Statement(place, depth)).Append('\n');
        return text.ToString();
    }

    private string Block(Place place, int depth) => $"{{ {Statements(place, 1 + Pick(2), depth - 1)}}}";

    private string Statement(Place place, int depth)
    {
        if (depth <= 0) return $"log({Expression(place, 1)});";
        return Pick(24) switch
        {
            0 or 1 => Variable(place, depth),
            2 => Function(place, depth),
            3 => $"if ({Expression(place, depth - 1)}) {Block(place, depth)}{(Chance(50) ? $" else {Block(place, depth)}" : "")}",
            4 => Loop(place, depth),
            5 => Closures(place, depth),
            6 => $"try {{ {Statements(place, 2, depth - 1)}{(Chance(30) ? $"throw {Expression(place, 1)};" : "")} }} catch (error) {{ log(typeof error); }}{(Chance(30) ? " finally { log('finally'); }" : "")}",
            7 => $"switch ({Expression(place, 1)}) {{ case {Expression(place, 0)}: {Statements(place, 1, depth - 1)}break; case 1: log('one'); default: {Statements(place, 1, depth - 1)}}}",
            8 => place.IsInFunction && Chance(30) ? $"if ({Expression(place, 1)}) return {Expression(place, depth - 1)};" : $"log({Expression(place, depth)});",
            9 => Class(place, depth),
            10 => Destructuring(place, depth),
            11 when place.IsInLoop => $"if ({Expression(place, 1)}) {(Chance(50) ? "continue" : "break")};",
            12 when place.Written.Count > 0 => $"{Pick(place.Written)} {Pick(s_assignments)} {Expression(place, depth)};",
            13 => Early(place, depth),
            14 => Labels(place, depth),
            15 => Generator(place, depth),
            16 => Async(place, depth),
            17 => Recursion(place, depth),
            18 => Hoisted(place, depth),
            19 => Arguments(place, depth),
            20 => Chance(50) ? PrivateMembers(place, depth) : Constructor(place, depth),
            _ => $"log({Expression(place, depth)});",
        };
    }

    private string Variable(Place place, int depth)
    {
        string kind = Pick(["var", "let", "const", "let"]), name = NewName("v"), value = Expression(place, depth);
        place.Declare(name, kind != "const");
        return $"{kind} {name} = {value};";
    }

    // var a; b = c; a = d: what stands between a declaration and its value
    private string Early(Place place, int depth)
    {
        string name = NewName("v");
        string between = place.Written.Count > 0 ? $"{Pick(place.Written)} = {Expression(place, depth - 1)}; " : "";
        string text = $"var {name}; {between}{name} = {Expression(place, depth - 1)}; log({name});";
        place.Declare(name);
        return text;
    }

    private string Function(Place place, int depth)
    {
        string name = NewName("f"), a = NewName("p"), b = NewName("p");
        Place inner = place.Function(a, b);
        string body = $"{{ {Statements(inner, Pick(3), depth - 1)}{(Chance(80) ? $"return {Expression(inner, depth - 1)};" : "")} }}";
        string parameters = Chance(20) ? $"{a}, {b} = {Expression(place, 0)}" : $"{a}, {b}";
        string text = Pick(3) switch
        {
            0 => $"function {name}({parameters}) {body}",
            1 => $"var {name} = function ({parameters}) {body};",
            _ => $"const {name} = ({parameters}) => {body};",
        };
        place.Functions.Add(name);
        return text;
    }

    private string Loop(Place place, int depth)
    {
        string name = NewName("i"), kind = Pick(["var", "let"]);
        Place inner = place.Inner() with { IsInLoop = true };
        inner.Read.Add(name);
        return Pick(3) switch
        {
            0 => $"for ({kind} {name} = 0; {name} < {1 + Pick(3)}; {name}++) {Block(inner, depth)}",
            1 => $"for ({kind} {name} of [1, 2, {Expression(place, 1)}]) {Block(inner, depth)}",
            _ => $"var {name} = 0; while ({name}++ < {1 + Pick(3)}) {Block(inner, depth)}",
        };
    }

    // which value of a variable of a loop a function sees depends on how the variable is declared
    private string Closures(Place place, int depth)
    {
        string list = NewName("a"), index = NewName("i"), value = NewName("v");
        return $"var {list} = []; for ({Pick(["var", "let"])} {index} = 0; {index} < 3; {index}++) {{ {Pick(["var", "let", "const"])} {value} = {Expression(place, depth - 1)}; "
            + $"{list}.push(() => [{value}, {index}].join('/')); }} {list}.forEach(call => log(call()));";
    }

    private string Class(Place place, int depth)
    {
        string name = NewName("C"), parameter = NewName("p");
        Place inner = place.Function(parameter);
        return $"class {name} {{ x = {Expression(place.Function(), 1)}; get y() {{ log('get'); return this.x; }} m({parameter}) {{ {Statements(inner, 1, depth - 1)}return {Expression(inner, 1)}; }} "
            + $"static s = {Expression(place.Function(), 0)}; }} log(new {name}().{Pick(["x", "y", "m(1)", "m()"])});{(Chance(30) ? $" log({name}.s);" : "")}";
    }

    private string Destructuring(Place place, int depth)
    {
        string a = NewName("v"), b = NewName("v");
        string text = Chance(50)
            ? $"{Pick(["var", "let", "const"])} {{ x: {a} = {Expression(place, 1)}, ...{b} }} = {{ x: {Expression(place, depth - 1)}, y: {Expression(place, 1)}, get z() {{ return log('get'); }} }};"
            : $"{Pick(["var", "let", "const"])} [{a}, {b} = {Expression(place, 1)}] = [{Expression(place, depth - 1)}, {Expression(place, 1)}];";
        place.Declare(a, isWritten: false);
        place.Declare(b, isWritten: false);
        return text;
    }

    private string Expression(Place place, int depth)
    {
        if (depth <= 0) return place.Read.Count > 0 && Chance(60) ? Pick(place.Read) : Pick(s_values);
        string Next() => Expression(place, depth - 1);
        return Pick(24) switch
        {
            0 or 1 => $"({Next()} {Pick(s_operators)} {Next()})",
            2 => $"({Next()} ? {Next()} : {Next()})",
            3 => $"log({Next()})",
            4 when place.Written.Count > 0 => $"({Pick(place.Written)} {Pick(s_assignments)} {Next()})",
            5 when place.Written.Count > 0 => $"{Pick(place.Written)}{Pick(["++", "--"])}",
            6 => $"{Pick(["!", "typeof ", "void ", "!!"])}{Next()}",
            7 => Immediate(place, depth),
            8 or 9 when place.Functions.Count > 0 => $"{Pick(place.Functions)}({Next()}{(Chance(50) ? $", {Next()}" : "")})",
            10 => $"[{Next()}, {Next()}].{Pick(["length", "join()", "at(0)"])}",
            11 => $"({{ x: {Next()}, get y() {{ return log('get'); }} }}).{Pick(["x", "y", "z"])}",
            12 => $"({Next()} ?? {Next()})",
            13 => $"`{Pick(["", "a", "$"])}${{{Next()}}}${{{Next()}}}`",
            14 => $"(log({Pick(9)}), {Next()})",
            15 => $"({Next()})?.x",
            16 => $"(() => {{ {Statements(place.Function(), 1, depth - 1)}return {Expression(place.Function(), depth - 1)}; }})()",
            17 => $"[...[{Next()}], ...`${{{Next()}}}`].{Pick(["length", "join()"])}",
            18 => $"({{ ...{{ x: {Next()}, y: {Next()} }}, x: {Next()} }}).{Pick(["x", "y"])}",
            _ => Next(),
        };
    }

    private string Immediate(Place place, int depth)
    {
        string name = NewName("p");
        Place inner = place.Function(name);
        return $"(function ({name}) {{ {Statements(inner, Pick(3), depth - 1)}return {Expression(inner, depth - 1)}; }})({Expression(place, depth - 1)})";
    }
}
