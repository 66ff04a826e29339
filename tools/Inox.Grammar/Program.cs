// Turns src/Inox.JavaScript/Syntax/javascript.grammar into Syntax/Generated/*.g.cs.
//   dotnet run --project tools/Inox.Grammar -- GRAMMAR OUTPUT_FOLDER
using Inox.Grammar;

if (args is not [var grammarPath, var outputFolder])
{
    Console.Error.WriteLine("usage: Inox.Grammar GRAMMAR OUTPUT_FOLDER");
    return 2;
}

foreach ((string name, string text) in Generator.Run(File.ReadAllText(grammarPath)))
    File.WriteAllText(Path.Combine(outputFolder, name), text);
return 0;
