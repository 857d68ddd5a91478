using SharpFuzz;
using WeChat.MiniProgram.Auth.Fuzz;

// An exception that leaves a target is a finding.
var target = Targets.Of(args.FirstOrDefault());
if (target is null)
{
    Console.Error.WriteLine($"Name a target: {string.Join(", ", Targets.Names)}.");
    return 1;
}

if (args.Length > 1)
{
    foreach (var file in args.Skip(1))
    {
        target(File.ReadAllBytes(file));
    }

    return 0;
}

Fuzzer.Run(stream =>
{
    using var input = new MemoryStream();
    stream.CopyTo(input);
    target(input.ToArray());
});
return 0;
