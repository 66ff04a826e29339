namespace Inox.JavaScript.Tests.Fuzzing;

// Functions of all kinds, and what is special about when they run and what they know.
internal sealed partial class RunnableGenerator
{
    private string Labels(Place place, int depth)
    {
        string outer = NewName("l"), i = NewName("i"), j = NewName("i");
        Place inner = place.Inner() with { IsInLoop = true };
        inner.Read.AddRange([i, j]);
        string jump = Pick([$"continue {outer}", $"break {outer}", "continue", "break"]);
        return Chance(70)
            ? $"{outer}: for ({Pick(["var", "let"])} {i} = 0; {i} < 2; {i}++) {{ for (let {j} = 0; {j} < 2; {j}++) {{ if ({Expression(inner, 1)}) {jump}; {Statements(inner, 1, depth - 1)}}} }}"
            : $"{outer}: {{ {Statements(place, 1, depth - 1)}if ({Expression(place, 1)}) break {outer}; {Statements(place, 1, depth - 1)}}}";
    }

    private string Generator(Place place, int depth)
    {
        string name = NewName("g"), parameter = NewName("p"), sent = NewName("v");
        Place inner = place.Function(parameter);
        string before = Statements(inner, 1, depth - 1), first = Expression(inner, depth - 1);
        inner.Declare(sent, isWritten: false);
        return $"function* {name}({parameter}) {{ {before}{Pick(["var", "const", "let"])} {sent} = yield {first}; {Statements(inner, 1, depth - 1)}yield {Expression(inner, 1)}; }} "
            + $"for (const step of {name}({Expression(place, depth - 1)})) log(step);";
    }

    // Each begins when the one before has ended: how many turns an `await` takes is not what is compared.
    private string Async(Place place, int depth)
    {
        string value = NewName("v");
        Place inner = place.Function();
        string before = Statements(inner, 1, depth - 1), awaited = Expression(inner, depth - 1);
        inner.Declare(value);
        return $"pending = pending.then(async {Pick(["() =>", "function ()"])} {{ {before}{Pick(["var", "let"])} {value} = {Pick(["", $"{Expression(inner with { Read = place.Read }, 0)} + "])}await {awaited}; "
            + $"{Statements(inner, 1, depth - 1)}log({value}); }}).catch(error => log(error.name));";
    }

    private string Recursion(Place place, int depth)
    {
        string name = NewName("r"), count = NewName("n"), parameter = NewName("p"), local = NewName("v");
        Place inner = place.Function(parameter);
        inner.Read.Add(count);
        string value = Expression(inner, depth - 1);
        inner.Declare(local);
        return $"function {name}({count}, {parameter}) {{ {Pick(["var", "let", "const"])} {local} = {value}; if ({count} > 0) log({name}({count} - 1, {Expression(inner, 1)})); return [{local}, {count}].join(); }} "
            + $"log({name}(2, {Expression(place, depth - 1)}));";
    }

    // A function runs before what it reads is declared.
    private string Hoisted(Place place, int depth)
    {
        string name = NewName("h"), later = NewName("v"), parameter = NewName("p");
        Place inner = place.Function(parameter);
        inner.Read.Add(later);
        string early = isLowered ? "" : Pick(["", $"try {{ log({name}({Expression(place, 1)})); }} catch (error) {{ log(error.name); }} ", $"try {{ {later} = {Expression(place, 0)}; log(typeof {later}); }} catch (error) {{ log(error.name); }} "]);
        return $"{{ {early}{Pick(["var", "let", "const"])} {later} = {Expression(place, depth - 1)}; log({name}({Expression(place, 1)})); function {name}({parameter}) {{ return {Expression(inner, depth - 1)}; }} }}";
    }

    private string Arguments(Place place, int depth)
    {
        string name = NewName("f"), a = NewName("p"), b = NewName("p");
        Place inner = place.Function(a, b);
        string write = Pick([$"arguments[0] = {Expression(inner, 1)};", $"(() => {{ arguments[1] = {Expression(inner, 1)}; }})();", $"{a} = {Expression(inner, 1)};"]);
        string text = $"function {name}({a}, {b}{(isLowered ? "" : Pick(["", $" = {a}", $" = () => {a}"]))}) {{ {Statements(inner, 1, depth - 1)}{write} log(arguments.length, {a}); return [{a}, typeof {b}, arguments[0]].join(); }} "
            + $"log({name}({Expression(place, 1)}));";
        place.Functions.Add(name);
        return text;
    }

    private string PrivateMembers(Place place, int depth)
    {
        string outer = NewName("C"), inner = NewName("C"), parameter = NewName("p");
        Place body = place.Function(parameter);
        return $"class {outer} {{ #x = {Expression(place.Function(), 1)}; static #s = {Expression(place.Function(), 0)}; get #y() {{ log('get'); return this.#x; }} "
            + $"m({parameter}) {{ {Pick(["var", "const"])} self = this; {Statements(body, 1, depth - 1)}class {inner} {{ #x = self.#y; sum() {{ return [this.#x, self.n(), #x in self].join(); }} }} return new {inner}().sum(); }} "
            + $"n() {{ return (() => {{ this.#x = {Expression(place.Function(), 1)}; return this.#x; }})(); }} static {{ log({outer}.#s); }} }} log(new {outer}().m({Expression(place, 1)}));";
    }

    private string Constructor(Place place, int depth)
    {
        string name = NewName("F"), parameter = NewName("p");
        Place inner = place.Function(parameter);
        string prototype = Pick(["", "", $"{name}.prototype = {{ set m(value) {{ log('set'); }}, get z() {{ return log('get'); }} }}; "]);
        string use = Pick(["", $"log(typeof new {name}({Expression(place, 1)}).m);", $"log({name}.s);"]);
        return $"{Pick([$"function {name}", $"var {name} = function "])}({parameter}) {{ {Statements(inner, 1, depth - 1)}this.x = {Expression(inner, 1)}; }}; {prototype}"
            + $"{name}.prototype.m = function () {{ return this.x; }}; {name}.s = {Expression(place, depth - 1)}; {use}";
    }
}
