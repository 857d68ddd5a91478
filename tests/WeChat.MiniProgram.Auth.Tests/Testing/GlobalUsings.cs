global using WeChat.MiniProgram.Auth.Tests.Testing;
